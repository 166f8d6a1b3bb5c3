"""Trains two steps of Kahneman-Tversky optimisation with TRL, and prints what it rates.

Job: { directory, config }. Result: { steps, losses, answers: [{ prompt, completion, label }] }, the
texts of the tokens that the trainer made of every row.
"""

from typing import Any

from run_job import run_job


def train_answers(job: dict[str, Any]) -> dict[str, Any]:
    from datasets import load_dataset
    from trl import KTOConfig, KTOTrainer

    from tiny_llama import make_model
    from tiny_tokenizer import train_tokenizer
    from two_steps import train, two_steps

    rows = load_dataset(job["directory"], job["config"], split="train")
    tokenizer = train_tokenizer(rows)
    trainer = KTOTrainer(
        model=make_model(tokenizer),
        # A model that has a name is loaded again for this; ours has none.
        ref_model=make_model(tokenizer),
        args=KTOConfig(**two_steps(max_length=None)),
        train_dataset=rows,
        processing_class=tokenizer,
    )
    answers = [
        {
            "prompt": tokenizer.decode(row["prompt_ids"]),
            "completion": tokenizer.decode(row["completion_ids"]),
            "label": row["label"],
        }
        for row in trainer.train_dataset
    ]
    return {**train(trainer), "answers": answers}


if __name__ == "__main__":
    run_job(train_answers)
