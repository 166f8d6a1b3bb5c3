def main_solution(pairs, litter, months):
    if litter < 1:
        raise ValueError("a litter has at least one pair")
    young, grown = pairs, 0
    for _ in range(months):
        young, grown = grown * litter, grown + young
    return [young, grown, young + grown]
