"""A page elsewhere in the same browser cannot read from the server, nor drive it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

_TRY_EVERYTHING = """async (address) => {
  const attempts = {
    read: () => fetch(`${address}/api/home`).then((answer) => answer.text()),
    erase: () => fetch(`${address}/api/erase`, {
      method: "POST", body: '{"confirm":"erase"}',
      headers: { "Content-Type": "application/json", "X-Unknot": "1" },
    }).then((answer) => answer.text()),
    blind: () => fetch(`${address}/api/erase`, {
      method: "POST", mode: "no-cors", body: '{"confirm":"erase"}', headers: { "Content-Type": "text/plain" },
    }).then((answer) => answer.type),
  };
  const results = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    results[name] = await attempt().then((got) => `got ${got}`, () => "refused");
  }
  return results;
}"""


class _Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Elsewhere</title><p>An innocent page")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_elsewhere_neither_reads_nor_changes_anything(chromium: Browser, server, elsewhere: str) -> None:
    context = chromium.new_context()
    api = f"{server.address}/api"
    setting = {"id": "01900000-0000-7000-8000-000000000001", "country": "NZ"}
    kept = context.request.put(f"{api}/settings", data=setting, headers={"X-Unknot": "1"})
    assert kept.json()["country"] == "NZ"

    attacker = context.new_page()
    attacker.goto(elsewhere)
    results = attacker.evaluate(_TRY_EVERYTHING, server.address)

    assert results == {"read": "refused", "erase": "refused", "blind": "refused"}
    assert context.request.get(f"{api}/settings").json()["country"] == "NZ"
    context.close()


def test_a_foreign_host_name_is_refused(chromium: Browser, server) -> None:
    context = chromium.new_context()
    rebound = context.request.get(f"{server.address}/api/home", headers={"Host": "elsewhere.example"})
    assert (rebound.status, rebound.json()["message"]) == (403, "request-from-elsewhere")
    context.close()
