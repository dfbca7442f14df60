"""The voice of a session: every sentence that it can say, spoken once by a maintainer and shipped as sound."""
