# Describes what a program raised.
MAXIMUM_NAME = 100
MAXIMUM_MESSAGE = 1000
read_file_name = SyntaxError.filename.__get__
read_line_number = SyntaxError.lineno.__get__


def read_message(error):
    try:
        return cut_text(str(error), MAXIMUM_MESSAGE)
    except MemoryError:
        raise
    except BaseException:
        return ''


def find_line(error):
    """The line of the program at which an error was raised, or `None`."""
    if issubclass(type(error), SyntaxError) and read_file_name(error) == PROGRAM_FILE:
        line = read_line_number(error)
        if type(line) is int:
            return line
    line = None
    place = read_traceback(error)
    while place is not None:
        if place.tb_frame.f_code.co_filename == PROGRAM_FILE:
            line = place.tb_lineno
        place = place.tb_next
    return line if type(line) is int and line > 0 else None


def describe_failure(error):
    """The response for what ended a call."""
    kind = type(error)
    if issubclass(kind, MemoryError):
        return {'status': 'out-of-memory'}
    if kind is Unserializable:
        return {'status': 'unserializable', 'path': error.path, 'reason': error.reason}
    if kind is OutputTooLarge:
        return {'status': 'output-too-large'}
    response = {
        'status': 'threw',
        'name': cut_text(read_type_name(kind), MAXIMUM_NAME),
        'message': read_message(error),
        'line': find_line(error),
    }
    missing = find_missing_module(error)
    if missing is not None:
        response['missingModule'] = cut_text(missing, MAXIMUM_NAME)
        if issubclass(kind, ModuleNotFoundError):
            # Without what a distribution adds about where to get it.
            name = cut_text(read_missing_name(error), MAXIMUM_MESSAGE)
            response['message'] = f'No module named {name!r}'
    return response
