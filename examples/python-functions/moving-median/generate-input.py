import random


def generate_input():
    level = random.randint(20, 60)
    readings = [level + random.randint(-9, 9) for _ in range(random.randint(6, 9))]
    return {"readings": readings, "window": random.choice([2, 3, 4])}
