"""Reads the `training.yaml` that lies beside rows, as the command line of TRL does."""

import os
from types import ModuleType
from typing import Any

from two_steps import two_steps


def read_settings(script: ModuleType, folder: str, **settings: Any) -> tuple[Any, Any, Any]:
    """Goes into the folder, as its file asks for, and reads the file.

    Gives the arguments of the script, those of its trainer, and the rows.
    """
    from trl import get_dataset

    os.chdir(folder)
    flags = [
        part
        for name, value in two_steps(**settings).items()
        for part in (f"--{name}", str(value))
    ]
    script_args, training_args, _, dataset_args = script.make_parser().parse_args_and_config(
        ["--config", "training.yaml", *flags]
    )
    return script_args, training_args, get_dataset(dataset_args)["train"]
