"""Trains two steps of supervised fine-tuning with TRL, and prints what its labels ask for.

Job: { folders }, each with rows and their `training.yaml`.
Result: { runs: [{ steps, losses, trained }] }: for every row, the texts of the stretches of tokens
that have a label, as the data loader of the trainer hands them to the model.
"""

from typing import Any

from run_job import run_job

IGNORED = -100


def train_folders(job: dict[str, Any]) -> dict[str, Any]:
    return {"runs": [train_folder(folder) for folder in job["folders"]]}


def train_folder(folder: str) -> dict[str, Any]:
    from trl import SFTTrainer
    from trl.scripts import sft

    from tiny_llama import make_model
    from tiny_tokenizer import train_tokenizer
    from two_steps import train
    from written_settings import read_settings

    _, settings, rows = read_settings(sft, folder)
    # By default, TRL cuts rows at 1024 tokens without a word.
    settings.max_length = None
    tokenizer = train_tokenizer(rows)
    trainer = SFTTrainer(
        model=make_model(tokenizer),
        args=settings,
        train_dataset=rows,
        processing_class=tokenizer,
    )
    trained = [
        [tokenizer.decode(tokens) for tokens in labelled_stretches(labels.tolist())]
        for batch in trainer.get_train_dataloader()
        for labels in batch["labels"]
    ]
    return {**train(trainer), "trained": trained}


def labelled_stretches(labels: list[int]) -> list[list[int]]:
    """Cuts the labels where they are ignored."""
    stretches: list[list[int]] = [[]]
    for label in labels:
        if label != IGNORED:
            stretches[-1].append(label)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


if __name__ == "__main__":
    run_job(train_folders)
