def main_solution(weights, values, capacity):
    """The greatest value that fits into the sack, and the items that make it up."""
    best = [[0] * (capacity + 1)]
    for item in range(len(weights)):
        before = best[item]
        row = before[:]
        for room in range(weights[item], capacity + 1):
            row[room] = max(row[room], before[room - weights[item]] + values[item])
        best.append(row)
    taken = []
    room = capacity
    for item in range(len(weights) - 1, -1, -1):
        if best[item + 1][room] != best[item][room]:
            taken.insert(0, item)
            room -= weights[item]
    return {"value": best[len(weights)][capacity], "taken": taken}
