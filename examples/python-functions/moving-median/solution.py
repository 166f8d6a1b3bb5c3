from statistics import median


def main_solution(readings, window):
    medians = [median(readings[i : i + window]) for i in range(len(readings) - window + 1)]
    steps = [b - a for a, b in zip(medians, medians[1:])]
    return {"medians": medians, "largest_step": max(steps, key=abs)}
