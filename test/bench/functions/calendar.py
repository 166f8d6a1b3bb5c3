def main_solution(year, month, day, later):
    """The weekday and the date some days after a date of the Gregorian calendar."""

    def is_leap(y):
        return (y % 4 == 0 and y % 100 != 0) or y % 400 == 0

    def days_in(y, m):
        return [31, 29 if is_leap(y) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]

    y, m, d = year, month, day + later
    while d > days_in(y, m):
        d -= days_in(y, m)
        m += 1
        if m > 12:
            m = 1
            y += 1
    names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    base = y - 1 if m < 3 else y
    leaps = base // 4 - base // 100 + base // 400
    weekday = names[(base + leaps + offsets[m - 1] + d) % 7]
    return {"weekday": weekday, "date": [y, m, d]}
