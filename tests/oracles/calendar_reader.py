"""Other people's programs look at our market days. Reads one question on standard input: days of rules, found again
by dateutil; or a calendar, read by icalendar, its openings unrolled by dateutil and its changes of clock compared with
the zone they are named after. Prints « same », or says what differs and fails."""

import datetime
import json
import sys
import zoneinfo

import icalendar
from dateutil.rrule import rruleset, rrulestr

UTC = datetime.timezone.utc


def rules(question):
    last = datetime.datetime.fromisoformat(question["last"])
    for case in question["rules"]:
        start = datetime.datetime.fromisoformat(case["start"])
        found = [d.date().isoformat() for d in rrulestr(case["rule"], dtstart=start).between(start, last, inc=True)]
        if found != case["days"]:
            sys.exit(f"{case['rule']} from {case['start']}: {found} and we say {case['days']}")


def listed(event, name):
    value = event.get(name)
    values = value if isinstance(value, list) else [value] if value is not None else []
    return [one.dt for each in values for one in each.dts]


def instant(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def calendar(question):
    read = icalendar.Calendar.from_ical(question["ics"])
    if str(read["X-WR-CALNAME"]) != question["name"]:
        sys.exit(f"named {read['X-WR-CALNAME']}")
    errors = [error for component in read.walk() for error in component.errors]
    if errors:
        sys.exit(f"errors: {errors}")
    (written,) = [c for c in read.walk("VTIMEZONE")]
    ours, theirs = written.to_tz(lookup_tzid=False), zoneinfo.ZoneInfo(question["zone"])
    events = {str(event["UID"]): event for event in read.walk("VEVENT")}
    # A whole day has no hour and no zone.
    day = events.pop("day@pcn.example")
    if day["DTSTART"].dt != datetime.date.fromisoformat(question["day"]):
        sys.exit(f"the whole day is {day['DTSTART'].dt}")
    for expected in question["events"]:
        event = events.pop(expected["uid"])
        if str(event["SUMMARY"]) != expected["summary"]:
            sys.exit(f"{event['SUMMARY']!r} and we say {expected['summary']!r}")
        start, length = event["DTSTART"].dt, event["DTEND"].dt.replace(tzinfo=None) - event["DTSTART"].dt.replace(tzinfo=None)
        days = rruleset()
        if "RRULE" in event:
            days.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=start))
        else:
            days.rdate(start)
        for added in listed(event, "RDATE"):
            days.rdate(added)
        for out in listed(event, "EXDATE"):
            days.exdate(out)
        first = datetime.datetime.fromisoformat(question["from"]).replace(tzinfo=UTC)
        last = datetime.datetime.fromisoformat(question["to"]).replace(tzinfo=UTC)
        found = list(days.between(first, last, inc=True))
        for moment in found:
            local = moment.replace(tzinfo=None)
            if local.replace(tzinfo=ours).utcoffset() != local.replace(tzinfo=theirs).utcoffset():
                sys.exit(f"our zone has another clock on {local}")
        instants = [[instant(moment), instant((moment.replace(tzinfo=None) + length).replace(tzinfo=theirs))] for moment in found]
        if instants != expected["instants"]:
            wrong = [pair for pair in zip(instants + [None], expected["instants"] + [None]) if pair[0] != pair[1]]
            sys.exit(f"{expected['uid']}: {len(instants)} and {len(expected['instants'])}, first {wrong[:1]}")
    if events:
        sys.exit(f"more than we said: {list(events)}")


question = json.load(sys.stdin)
rules(question) if "rules" in question else calendar(question)
print("same")
