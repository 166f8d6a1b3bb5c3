import random


def generate_input():
    return {
        "pairs": random.randint(1, 4),
        "litter": random.randint(2, 9),
        "months": random.randint(4, 60),
    }
