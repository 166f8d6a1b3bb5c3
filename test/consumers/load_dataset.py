"""Loads every configuration of a written dataset, and prints what the library read.

Job: { directory }. Result: { configs: { name: { split: { features, rows } } } }.
"""

from typing import Any

from run_job import run_job


def load(job: dict[str, Any]) -> dict[str, Any]:
    import datasets

    datasets.disable_progress_bars()
    directory = job["directory"]
    configs = {}
    for name in datasets.get_dataset_config_names(directory):
        splits = datasets.load_dataset(directory, name)
        configs[name] = {
            split: {
                "features": rows.features.to_dict(),
                "declared": declared_rows(rows),
                "rows": rows.to_list(),
            }
            for split, rows in splits.items()
        }
    return {"configs": configs}


def declared_rows(rows: Any) -> int | None:
    """The number of rows that the library has for the split, which it checks against the card."""
    info = (rows.info.splits or {}).get(str(rows.split))
    return None if info is None else info.num_examples


if __name__ == "__main__":
    run_job(load)
