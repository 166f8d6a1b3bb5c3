# Answers the host's requests: loads a program, calls it, and reports what came of it.
loaded_program = None


def prepare_program(request):
    """The program of a request; one that is called again looks as if it had just been loaded."""
    global loaded_program
    seed_everything(request['seed'])
    if request['reuse'] and loaded_program is not None and loaded_program.keeps_no_state:
        loaded_program = load_again(loaded_program, request['entrypoint'])
        return loaded_program
    loaded_program = None
    loaded_program = load_program(request['source'], request['entrypoint'], request['proof'])
    return loaded_program


def shows_addresses(request, program, value, logs):
    """Whether a result may depend on addresses, and so on what has been called before."""
    if program.has_sets and 'NaN' in request['input']:
        return True
    return ' at 0x' in value or ' at 0x' in logs


def report_return(result, request, program):
    value = encode_json(result, request['maxOutputCharacters'])
    logs = encode_leaf(take_logs())
    keeps = program.keeps_no_state and not shows_addresses(request, program, value, logs)
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


# Ends a call, and takes back what a program may have changed that would get in the driver's way. A
# watcher of calls that raises an error at the first of these is gone for the others.
TAKE_BACK = (
    (mark_call, ()),
    (set_profile, (None,)),
    (set_trace, (None,)),
    (set_recursion_limit, (HIGH_RECURSION_LIMIT,)),
)


def prove(source):
    """Answers whether a program keeps no state, and what a later call has to know of it then."""
    try:
        proof = prove_stateless(source)
        if proof is None:
            return '{"status":"unproved"}'
        return f'{{"status":"proved","proof":{encode_leaf({"hasSets": proof.has_sets})}}}'
    except BaseException:
        return '{"status":"unproved"}'


def handle(request):
    """
    Answers a request with a response, both JSON texts. It makes the call itself, so that the
    program's functions are as deep in the stack as in a script that calls them.
    """
    limit = get_recursion_limit()
    result = program = failure = None
    try:
        fields = parse_json(request)
        if 'prove' in fields:
            return prove(fields['prove'])
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
    except BaseException as error:
        failure = error
    for take_back, values in TAKE_BACK:
        try:
            take_back(*values)
        except BaseException:
            pass
    try:
        if failure is not None:
            return report_failure(failure)
        return report_return(result, fields, program)
    except BaseException as error:
        return report_failure(error)
    finally:
        set_recursion_limit(limit)
