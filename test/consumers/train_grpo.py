"""Trains two steps of group relative policy optimisation with TRL and the reward beside the rows.

Job: { folder, replies: [[text]] }, the folder with rows, their `training.yaml` and the reward.
Result: { steps, losses, rewards, replyRewards }: the rewards of what the model wrote while it was
trained, and those of the given replies to every row, handed over as the trainer does.
"""

import sys
from importlib import import_module
from typing import Any

from run_job import run_job


def train_policy(job: dict[str, Any]) -> dict[str, Any]:
    from trl import GRPOTrainer
    from trl.scripts import grpo

    from tiny_llama import make_model
    from tiny_tokenizer import train_tokenizer
    from two_steps import train
    from written_settings import read_settings

    script, settings, rows = read_settings(
        grpo, job["folder"], num_generations=2, max_completion_length=8
    )
    score = import_reward(script.reward_funcs)
    rewards: list[float | None] = []

    def scored(**fields: Any) -> list[float | None]:
        given = score(**fields)
        rewards.extend(given)
        return given

    tokenizer = train_tokenizer(rows)
    trainer = GRPOTrainer(
        model=make_model(tokenizer),
        args=settings,
        reward_funcs=scored,
        train_dataset=rows,
        processing_class=tokenizer,
    )
    return {**train(trainer), "rewards": rewards, "replyRewards": score_replies(score, rows, job)}


def import_reward(names: list[str]) -> Any:
    """Imports the one reward from the present folder, as the script of TRL does."""
    [name] = names
    sys.path.insert(0, ".")
    module, _, function = name.rpartition(".")
    return getattr(import_module(module), function)


def score_replies(score: Any, rows: Any, job: dict[str, Any]) -> list[list[float | None]]:
    """Scores given replies: one list of them for every row."""
    return [
        score(
            prompts=[row["prompt"]] * len(texts),
            completions=[[{"role": "assistant", "content": text}] for text in texts],
            **{name: [value] * len(texts) for name, value in row.items() if name != "prompt"},
        )
        for row, texts in zip(rows, job["replies"], strict=True)
    ]


if __name__ == "__main__":
    run_job(train_policy)
