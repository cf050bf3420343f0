"""Re-adds each figure from the lines that its own link opens, and compares to the penny.

    ANCHORAGE_TOKEN_COMMAND='./anchorage token analyst-demo' readd.py GATEWAY WHOLE

It shares nothing with what made the figures but the public API. Of each answer the whole is opened, and the links of
the MOST rows with the most pounds.
"""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

MOST = 3
PENNY = Decimal("0.01")


def pounds(amount):
    return amount.quantize(PENNY, ROUND_HALF_UP)


class Lines:
    """The lines behind a link, added up in each way that an answer does."""

    def __init__(self, rows):
        self.sums = defaultdict(Decimal)
        self.counts = defaultdict(int)
        for row in rows:
            amount = Decimal(row["amount"])
            scope = (row["scope"], row["scope_rule"])
            for key in ["all", row["verdict"], scope] + (["credits", ("credits", scope)] if amount < 0 else []):
                self.sums[key] += amount
                self.counts[key] += 1


class Token:
    """An access token, fetched anew before it expires."""

    SECONDS = 60

    def __init__(self):
        self.fetched = None

    def now(self):
        if self.fetched is None or time.monotonic() - self.fetched > self.SECONDS:
            command = os.environ["ANCHORAGE_TOKEN_COMMAND"]
            self.text = subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout.strip()
            self.fetched = time.monotonic()
        return self.text


def opened(gateway, link, token):
    request = urllib.request.Request(
        gateway + link, headers={"Authorization": "Bearer " + token.now(), "Accept": "text/csv"}
    )
    with urllib.request.urlopen(request, timeout=600) as response:
        return Lines(csv.DictReader(io.TextIOWrapper(response, "utf-8", newline="")))


class Check:
    def __init__(self):
        self.same = 0
        self.different = 0

    def that(self, what, figure, added):
        if pounds(added) == Decimal(figure):
            self.same += 1
        else:
            self.different += 1
            print(f"DIFFERENT {what}: the figure is {figure}, its lines are {pounds(added)}")


# Which field of a row is the sum of which of its lines.
OF_ALL = {"total": "all", "spend": "all", "leakage": "all", "credits": "credits"}
OF_VERDICT = {"local": "LOCAL", "elsewhere": "ELSEWHERE", "unknown": "UNKNOWN"}
# Where spend stands beside leakage, the link opens the leakage.
SPEND_IS_BESIDE = {"leakage-by-destination", "leakage-by-category"}


def check_row(check, name, what, row, lines):
    for field, key in OF_ALL.items():
        if field in row and not (field == "spend" and name in SPEND_IS_BESIDE):
            check.that(f"{what} {field}", row[field], lines.sums[key])
    if "share" in row and isinstance(row["share"], dict) or name == "suppliers-top":
        for field, key in OF_VERDICT.items():
            if field in row:
                check.that(f"{what} {field}", row[field], lines.sums[key])
    if "lines" in row:
        check.that(f"{what} lines", row["lines"], Decimal(lines.counts["all"]))


def check_scopes(check, answer, lines):
    for row in answer["rows"]:
        scope = (row["key"]["scope"], row["key"]["rule"])
        check.that(f"scopes {scope} total", row["total"], lines.sums[scope])
        check.that(f"scopes {scope} lines", row["lines"], Decimal(lines.counts[scope]))
        check.that(f"scopes {scope} credits", row["credits"], lines.sums[("credits", scope)])
    check.that("scopes total", answer["total"]["total"], lines.sums["all"])


def check_change(check, answer, gateway, token):
    for period in ("before", "after"):
        lines = opened(gateway, answer[period]["links"]["lines"], token)
        check.that(f"change {period} local", answer[period]["local"], lines.sums["all"])
    effects = sum(Decimal(row["change"]) for row in answer["rows"])
    check.that("change effects", answer["total"]["change"], effects)


def largest(rows):
    def size(row):
        return max(abs(Decimal(row[field])) for field in OF_ALL if field in row)

    return sorted(rows, key=size, reverse=True)[:MOST]


def check_answer(check, name, path, answer, gateway, token):
    if name == "scopes":
        check_scopes(check, answer, opened(gateway, path.replace("/scopes?", "/lines?"), token))
        return
    if name == "change":
        check_change(check, answer, gateway, token)
        return
    linked = [row for row in answer["rows"] if row.get("links")]
    for row in largest(linked):
        check_row(check, name, f"{name} {row['key']}", row, opened(gateway, row["links"]["lines"], token))
    if isinstance(answer["total"], dict) and answer["total"].get("links"):
        lines = opened(gateway, answer["total"]["links"]["lines"], token)
        check_row(check, name, f"{name} in all", answer["total"], lines)
    rows = [row for row in answer["rows"] if "leakage" in row]
    if name == "leakage-publishable" and not any(row["withheld"] for row in answer["rows"]):
        check.that(f"{name} sum", answer["total"]["leakage"], sum(Decimal(row["leakage"]) for row in rows))


def main(gateway, whole):
    token = Token()
    check = Check()
    for file in sorted(pathlib.Path(whole).glob("*.json")):
        asked = json.loads(file.read_text())
        before = check.same
        check_answer(check, file.stem, asked["path"], asked["answer"], gateway, token)
        print(f"{file.stem}: {check.same - before} figures are the sums of their lines", flush=True)
    print(f"{check.same} figures are the sums of their lines to the penny, {check.different} are not")
    return 1 if check.different else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
