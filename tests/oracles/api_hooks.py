"""What schemathesis knows of the demo: names that exist, so that its requests reach the rules and do not all end at
an unknown programme. Text is only ever put in place of text: what was made wrong on purpose stays wrong."""

import csv
import io
import os
import subprocess

import schemathesis

PROGRAMME = "portneuf-2025"


def codes():
    command = [os.environ["CABAS"], "--data", os.environ["CABAS_DATA"], "--programme", PROGRAMME]
    command += ["coupons", "list", "--batch", "2"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [word for row in csv.DictReader(io.StringIO(text)) for word in (row["code"], row["url"], row["number"])]


CODES = codes()
KNOWN = {
    "programme": [PROGRAMME],
    "vendor": ["marchand-01", "2", "marchand-03"],
    "place": ["saint-raymond", "2", "kiosque-1"],
    "partner": ["organisme-1", "organisme-2", "3"],
    "band": ["1", "2-3", "4+"],
    "class": ["A", "V"],
    "coupons": ["1:12000-12010", "2:1-4", "2:160"],
}


def choose(known, text):
    """The same text always becomes the same name; one in four stays as it is."""
    place = sum(text.encode("utf-8", "replace")) + len(text)
    return text if place % 4 == 3 else known[place % len(known)]


def with_names(part):
    if not isinstance(part, dict):
        return part
    return {key: choose(KNOWN[key], value) if key in KNOWN and isinstance(value, str) else value for key, value in part.items()}


def with_codes(redemption):
    redemption = with_names(redemption)
    if isinstance(redemption, dict) and isinstance(redemption.get("codes"), list):
        redemption["codes"] = [choose(CODES, c) if isinstance(c, str) else c for c in redemption["codes"]]
    return redemption


@schemathesis.hook
def map_body(context, body):
    body = with_names(body)
    if isinstance(body, dict) and isinstance(body.get("redemptions"), list):
        body["redemptions"] = [with_codes(redemption) for redemption in body["redemptions"]]
    return body


@schemathesis.hook
def map_query(context, query):
    return with_names(query)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    if isinstance(path_parameters, dict) and isinstance(path_parameters.get("code"), str):
        return {**path_parameters, "code": choose(CODES, path_parameters["code"])}
    return path_parameters
