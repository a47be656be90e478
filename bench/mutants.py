"""What the tests of the pure rules notice: ``python -m bench.mutants [--run N [--seed S]] [--write docs/mutation.md]``.

mutmut changes one thing at a time in the rules (a comparison, a constant, a call) and asks whether a test fails. ``--run``
tries N mutants of the extraction rules, drawn at random with the seed, and all of the derivation rule; without it the
results of the last run are counted. Another seed draws mutants for which no test was written.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

RESULTS = Path("mutants/articles")
WHOLE = "articles.preflight.derivation*"
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
KILLED, TIMEOUT, SURVIVED, UNTESTED = (1, 3), (-24, 24, 36, 152, 255), (0,), (5, 33)
MEMORY = 6 << 30  # bytes; a mutant may fill a list without end


def results() -> dict[str, dict[str, int | None]]:
    """By module, the exit status of the tests for each mutant; None where it was not tried."""
    found = {}
    for path in sorted(RESULTS.rglob("*.py.meta")):
        statuses = json.loads(path.read_text())["exit_code_by_key"]
        if statuses:
            found[path.relative_to(RESULTS).as_posix().removesuffix(".py.meta")] = statuses
    return found


def run(number: int, seed: int) -> None:
    """Let mutmut make its mutants, then try the whole of one rule and a sample of the others."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    mutmut = [sys.executable, "-m", "mutmut", "run", "--max-children", "1"]
    subprocess.run([*mutmut, WHOLE], check=False)
    names = [name for module, each in results().items() if module.startswith("extraction") for name in each]
    sample = random.Random(seed).sample(sorted(names), min(number, len(names)))
    subprocess.run([*mutmut, *sample], check=False)


def table(found: dict[str, dict[str, int | None]]) -> str:
    """A Markdown table: mutants tried of those there are, and what became of them."""
    head = "| module | mutants | tried | killed | timeout | survived | no test | killed of those tried |\n|---|---|---|---|---|---|---|---|"
    rows = [_row(module, each.values()) for module, each in found.items()]
    layers: dict[str, list[int | None]] = {}
    for module, each in found.items():
        layers.setdefault(module.split("/")[0], []).extend(each.values())
    totals = [_row(f"**{layer}**", statuses) for layer, statuses in layers.items()]
    return "\n".join([head, *totals, *filter(None, rows)])


def _row(name: str, statuses: Iterable[int | None]) -> str:
    counts = Counter(statuses)
    total, tried = counts.total(), counts.total() - counts[None]
    if not tried:
        return ""
    killed, late, survived, untested = (
        sum(counts[one] for one in kind) for kind in (KILLED, TIMEOUT, SURVIVED, UNTESTED)
    )
    share = 100 * (killed + late) / tried
    return f"| {name} | {total} | {tried} | {killed} | {late} | {survived} | {untested} | {share:.0f} % |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=int, metavar="N", help="try the mutants, N of those of extraction")
    parser.add_argument("--seed", type=int, default=3, help="with which the sample is drawn")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table into the page")
    options = parser.parse_args()
    if options.run is not None:
        run(options.run, options.seed)
    made = table(results())
    print(made)
    if options.write:
        before, _, rest = options.write.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        options.write.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
