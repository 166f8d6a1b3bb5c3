"""What all trainers are set to: two steps on the CPU, rows in their order, nothing written or sent."""

import tempfile
from typing import Any


def two_steps(**settings: Any) -> dict[str, Any]:
    """Gives the settings of a run, with those of one trainer added."""
    return {
        "output_dir": tempfile.gettempdir(),
        "max_steps": 2,
        "per_device_train_batch_size": 2,
        "learning_rate": 1e-3,
        "logging_steps": 1,
        "save_strategy": "no",
        "report_to": "none",
        "use_cpu": True,
        "bf16": False,
        "gradient_checkpointing": False,
        "disable_tqdm": True,
        "train_sampling_strategy": "sequential",
        **settings,
    }


def train(trainer: Any) -> dict[str, Any]:
    """Trains, and tells how many steps were made and what the loss was at each."""
    trainer.train()
    losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
    return {"steps": trainer.state.global_step, "losses": losses}
