"""The pages of docs/reference, each written from the code and the knowledge it describes.

markdown   tables, and the words of a page
entries    the knowledge files as they stand on disk: entries, sources, opening comments
screening  red flags, contraindications, questions, and what follows a stop
own_words  the lexicon: phrases, signs, places, cues
sessions   zones and ceilings, techniques and tools
body       regions, muscles, trigger points, and how the locator weighs them
keys       the keys that each knowledge file takes
cited      which entry stands on which requirement and which source
doors      the routes of the API and the commands of the terminal
promises   what the pages written by hand point at: files, links, tests
"""
