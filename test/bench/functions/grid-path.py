def main_solution(grid):
    """Fewest steps from the top left to the bottom right around the walls; -1 when there is no way."""
    rows = len(grid)
    columns = len(grid[0])
    distance = [[-1 for _ in row] for row in grid]
    queue = [(0, 0)]
    distance[0][0] = 0
    head = 0
    while head < len(queue):
        row, column = queue[head]
        head += 1
        if row == rows - 1 and column == columns - 1:
            return distance[row][column]
        for down, right in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            r = row + down
            c = column + right
            if r < 0 or r >= rows or c < 0 or c >= columns:
                continue
            if grid[r][c] == "#" or distance[r][c] >= 0:
                continue
            distance[r][c] = distance[row][column] + 1
            queue.append((r, c))
    return -1
