"""Trains two steps of direct preference optimisation with TRL, and prints what it compares.

Job: { directory, config }. Result: { steps, losses, pairs: [{ prompt, chosen, rejected }] }, the
texts of the tokens that the trainer made of every row.
"""

from typing import Any

from run_job import run_job


def train_pairs(job: dict[str, Any]) -> dict[str, Any]:
    from datasets import load_dataset
    from trl import DPOConfig, DPOTrainer

    from tiny_llama import make_model
    from tiny_tokenizer import train_tokenizer
    from two_steps import train, two_steps

    rows = load_dataset(job["directory"], job["config"], split="train")
    tokenizer = train_tokenizer(rows)
    trainer = DPOTrainer(
        model=make_model(tokenizer),
        # A model that has a name is loaded again for this; ours has none.
        ref_model=make_model(tokenizer),
        args=DPOConfig(**two_steps(max_length=None)),
        train_dataset=rows,
        processing_class=tokenizer,
    )
    pairs = [
        {side: tokenizer.decode(row[f"{side}_ids"]) for side in ("prompt", "chosen", "rejected")}
        for row in trainer.train_dataset
    ]
    return {**train(trainer), "pairs": pairs}


if __name__ == "__main__":
    run_job(train_pairs)
