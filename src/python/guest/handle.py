# Answers the host's requests: loads a program, calls it, and reports what came of it.
loaded_program = None


def prepare_program(request):
    """The program of a request; one that is called again looks as if it had just been loaded."""
    global loaded_program
    seed_everything(request['seed'])
    if request['reuse'] and loaded_program is not None:
        for cache in loaded_program.caches:
            cache.cache_clear()
        return loaded_program
    loaded_program = None
    loaded_program = load_program(
        request['source'], request['entrypoint'], request.get('prove', True)
    )
    return loaded_program


def end_call(recursion_limit):
    """Takes back what a program may have changed that would get in the driver's way."""
    set_recursion_limit(max(recursion_limit, ORDINARY_RECURSION_LIMIT))
    set_trace(None)
    set_profile(None)


def report_return(result, maximum, program):
    value = encode_json(result, maximum)
    logs = encode_leaf(take_logs())
    # An object's address depends on what has been called before.
    keeps = program.keeps_no_state and ' at 0x' not in value and ' at 0x' not in logs
    flag = 'true' if keeps else 'false'
    return f'{{"status":"returned","value":{value},"logs":{logs},"keepsNoState":{flag}}}'


def report_failure(error):
    try:
        take_logs()
        return encode_leaf(describe_failure(error))
    except MemoryError:
        return '{"status":"out-of-memory"}'
    except BaseException:
        return '{"status":"threw","name":"Error","message":"","line":null}'


def handle(request):
    """
    Answers a request with a response, both JSON texts. It makes the call itself, so that the program's
    functions are as deep in the stack as in a script that calls them.
    """
    limit = ORDINARY_RECURSION_LIMIT
    try:
        fields = parse_json(request)
        arguments = parse_json(fields['input'])
        program = prepare_program(fields)
        positional, named = bind_arguments(arguments, fields['parameters'])
        limit = get_recursion_limit()
        function = program.function
        mark_call()
        if program.owner is not None:
            function = function.__get__(program.owner())
        result = function(*positional, **named)
        if type(result) is types.CoroutineType:
            result = finish_coroutine(result)
        mark_call()
        end_call(limit)
        response = report_return(result, fields['maxOutputCharacters'], program)
        set_recursion_limit(limit)
        return response
    except BaseException as error:
        end_call(limit)
        return report_failure(error)
