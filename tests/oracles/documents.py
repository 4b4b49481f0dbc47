"""Other people's programs look at the documents of the toolbox in a folder: outloud at each PDF, python-docx at each
DOCX. Ends with « sound », or with what is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import docx

folder = Path(sys.argv[1])
wrong = []


def look_at_pdfs(files):
    outloud = Path(sys.executable).parent / "outloud"
    report = folder / "outloud.json"
    command = [outloud, "--quiet", "--layer", "conformance", "--fail-on", "error", "--json", report, *files]
    done = subprocess.run(command, capture_output=True, text=True)
    results = json.loads(report.read_text())["results"]
    wrong.extend(f"{one['path']}: {one['findings'] or one['error']}" for one in results if one["verdict"] != "pass")
    if done.returncode != 0 or len(results) != len(files):
        wrong.append(f"outloud looked at {len(results)} of {len(files)}: {done.stdout}{done.stderr}")


def look_at_docx(path):
    document = docx.Document(path)
    here = path.name
    language = "fr-CA" if "fr-CA" in here else "en-CA"
    if document.core_properties.language != language or not document.core_properties.title:
        wrong.append(f"{here}: no language or no title")
    said = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    if said != [language]:
        wrong.append(f"{here}: its styles speak {said}")
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    if styles.count("Title") != 1:
        wrong.append(f"{here}: not one title")
    level = 1
    for name in styles:
        if name.lower().startswith("heading"):
            deeper = int(name.split()[1])
            if deeper > level + 1:
                wrong.append(f"{here}: a heading of level {deeper} after one of level {level}")
            level = deeper
    for table in document.tables:
        first = table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        if not first or not all(cell.text.strip() for cell in table.rows[0].cells):
            wrong.append(f"{here}: a table without a head")


pdfs = sorted(folder.glob("*-decided.pdf"))
look_at_pdfs(pdfs)
documents = sorted(folder.glob("*.docx"))
for one in documents:
    look_at_docx(one)
if len(pdfs) < 56 or len(documents) != len(pdfs):
    wrong.append(f"{len(pdfs)} PDF and {len(documents)} DOCX: some are missing")
print("\n".join(wrong) if wrong else "sound")
sys.exit(bool(wrong))
