"""Writes a bank statement as OFX with a program that we did not write (PyPI ofxtools).

Standard input: {"version": 102 or 220, "lines": [{"on": "2026-07-15", "cents": -1250, "number": "", "name": "", "memo": ""}]}.
Standard output: the statement."""

import datetime
import decimal
import json
import sys
import xml.etree.ElementTree as tree

from ofxtools.header import make_header
from ofxtools.models import (
    BANKACCTFROM, BANKMSGSRSV1, BANKTRANLIST, FI, LEDGERBAL, OFX, SIGNONMSGSRSV1, SONRS, STATUS, STMTRS, STMTTRN, STMTTRNRS,
)
from ofxtools.utils import UTC

asked = json.load(sys.stdin)


def day(text):
    return datetime.datetime.fromisoformat(text).replace(hour=12, tzinfo=UTC)


lines = [
    STMTTRN(
        trntype="CHECK" if line["number"] else "CREDIT" if line["cents"] > 0 else "DEBIT",
        dtposted=day(line["on"]),
        trnamt=decimal.Decimal(line["cents"]) / 100,
        fitid=str(at),
        checknum=line["number"] or None,
        name=line["name"] or "-",
        memo=line["memo"] or None,
    )
    for at, line in enumerate(asked["lines"], 1)
]
days = [day(line["on"]) for line in asked["lines"]]
status = STATUS(code=0, severity="INFO")
statement = STMTRS(
    curdef="CAD",
    bankacctfrom=BANKACCTFROM(bankid="081520123", acctid="1234567", accttype="CHECKING"),
    banktranlist=BANKTRANLIST(*lines, dtstart=min(days), dtend=max(days)),
    ledgerbal=LEDGERBAL(balamt=decimal.Decimal("100.00"), dtasof=max(days)),
)
sign_on = SONRS(status=status, dtserver=max(days), language="FRA", fi=FI(org="Caisse", fid="815"))
ofx = OFX(
    signonmsgsrsv1=SIGNONMSGSRSV1(sonrs=sign_on),
    bankmsgsrsv1=BANKMSGSRSV1(STMTTRNRS(trnuid="1", status=status, stmtrs=statement)),
)
body = ofx.to_etree()
close = asked["version"] >= 200
if not close:
    # Version 1 is SGML: only what holds other elements is closed.
    def written(element):
        if len(element):
            return f"<{element.tag}>\n" + "".join(map(written, element)) + f"</{element.tag}>\n"
        text = (element.text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f"<{element.tag}>{text}\n"
    body = written(body)
else:
    body = tree.tostring(body, encoding="unicode")
sys.stdout.write(str(make_header(version=asked["version"])) + body)
