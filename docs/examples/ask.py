"""Asks each figure, and keeps its answer twice: whole, to be re-added, and without what names anybody, to be read.

    ANCHORAGE_TOKEN=... ask.py GATEWAY WHOLE KEPT

Suppliers' names and ids are left out of what is kept: a name may be a person's, and ids differ from one loading to the
next. So are links, since they hold the ids and the moment.
"""

import json
import os
import pathlib
import sys
import time
import urllib.request

QUIET_SECONDS = 20
ALL = "anchor=trafford&anchor=bolton&anchor=oldham"
TRAFFORD = "anchor=trafford&period=2025-26"

QUESTIONS = {
    "scopes": f"scopes?{ALL}",
    "local-share-by-anchor": f"local-share?{ALL}&by=anchor&local=combined-authority",
    "local-share-by-quarter": f"local-share?{TRAFFORD}&by=quarter&local=district",
    "local-share-by-ownership": f"local-share?{ALL}&by=ownership&local=combined-authority",
    "local-share-of-top-30": f"local-share?{ALL}&by=anchor&top=30&local=combined-authority",
    "leakage-by-destination": f"leakage?{ALL}&by=place&local=combined-authority",
    "leakage-by-category": f"leakage?{TRAFFORD}&by=category&local=combined-authority",
    "leakage-publishable": f"leakage/publishable?{ALL}&by=place&local=combined-authority",
    "suppliers-top": f"suppliers/top?{TRAFFORD}&limit=10&local=combined-authority",
    "suppliers-shared": f"suppliers/shared?{ALL}&limit=10&local=combined-authority",
    "concentration": f"concentration?{ALL}&by=anchor&local=combined-authority",
    "local-definitions-comparison": f"local-definitions/comparison?{ALL}",
    "benchmarks": f"benchmarks?{ALL}&local=combined-authority",
    "deprivation": f"deprivation?{ALL}&local=combined-authority",
    "quality": f"quality?{ALL}&local=combined-authority",
    "change": "change?anchor=trafford&from1=2025-04-01&to1=2025-09-30&from2=2025-10-01&to2=2026-03-31"
    "&local=combined-authority",
    "opportunities": f"opportunities?{ALL}&limit=10&local=combined-authority",
    "reservable-leakage": f"reservable-leakage?{TRAFFORD}&localSuppliers=1&local=combined-authority",
}

NAMING = {"supplier", "suppliers", "name", "links", "supplierName", "asOf"}


def answer(gateway, path, token):
    request = urllib.request.Request(gateway + path, headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request, timeout=300) as response:
        return json.load(response)


def without_names(value):
    """The value without what names a supplier. How many suppliers there are is a number and stays."""
    if isinstance(value, list):
        return [without_names(each) for each in value]
    if isinstance(value, dict):
        return {
            key: without_names(each)
            for key, each in value.items()
            if key not in NAMING or (key == "suppliers" and isinstance(each, int))
        }
    return value


def settled(gateway, token):
    """The last moment at which anything became known, once nothing has for a while: suppliers are identified by then."""
    before = None
    while True:
        now = answer(gateway, f"/v1/insights/scopes?{ALL}", token)["basis"]["asOf"]
        if now == before:
            return now
        before = now
        time.sleep(QUIET_SECONDS)


def main(gateway, whole, kept):
    token = os.environ["ANCHORAGE_TOKEN"]
    as_of = settled(gateway, token)
    for name, question in QUESTIONS.items():
        path = f"/v1/insights/{question}&asOf={as_of}"
        found = answer(gateway, path, token)
        pathlib.Path(whole, name + ".json").write_text(json.dumps({"path": path, "answer": found}))
        shown = {"question": f"/v1/insights/{question}", "answer": without_names(found)}
        pathlib.Path(kept, name + ".json").write_text(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
