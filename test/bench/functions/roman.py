def main_solution(numbers):
    """Numbers as Roman numerals."""
    symbols = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    numerals = []
    for number in numbers:
        rest = number
        numeral = ""
        for i in range(len(values)):
            while rest >= values[i]:
                numeral += symbols[i]
                rest -= values[i]
        numerals.append(numeral)
    return numerals
