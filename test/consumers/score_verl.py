"""Scores replies with a `compute_score` file, loaded and called as verl does.

Job: { directory, config, scoreFile, replies: [[text]] }. Result: { scores }, one list for every row.
"""

from typing import Any

from run_job import run_job


def score_rows(job: dict[str, Any]) -> dict[str, Any]:
    from datasets import load_dataset

    from import_file import import_file

    compute_score = import_file(job["scoreFile"]).compute_score
    rows = load_dataset(job["directory"], job["config"], split="train")
    scores = [
        [
            compute_score(
                data_source=row["data_source"],
                solution_str=text,
                ground_truth=row["reward_model"]["ground_truth"],
                extra_info=row["extra_info"],
            )
            for text in texts
        ]
        for row, texts in zip(rows, job["replies"], strict=True)
    ]
    return {"scores": scores}


if __name__ == "__main__":
    run_job(score_rows)
