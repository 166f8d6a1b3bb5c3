def main_solution(source, target):
    """Fewest letters to insert, remove or replace to turn one word into the other."""
    above = list(range(len(target) + 1))
    for row in range(1, len(source) + 1):
        current = [row]
        for column in range(1, len(target) + 1):
            replaced = above[column - 1] + (0 if source[row - 1] == target[column - 1] else 1)
            current.append(min(replaced, above[column] + 1, current[column - 1] + 1))
        above = current
    return above[len(target)]
