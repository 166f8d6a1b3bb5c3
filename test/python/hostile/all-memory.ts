/**
 * Python code that defines `all_memory()`: a `bytearray` that lies over all of the interpreter's
 * memory from address 0 on, to be read and written at will. Bytecode is not checked, so a constant may
 * be taken from anywhere, such as from an object that the program has laid out as bytes itself.
 */
export const allMemory = `import opcode, struct

def all_memory():
    payload = bytes.__basicsize__ - 1
    fake = struct.pack('<IIiiIIii', 1000, id(bytearray), 0x7fffffff, 0x7fffffff, 0, 0, 0, 0)
    pointer = struct.pack('<I', id(fake) + payload)
    def read():
        return 'constant'
    place = (id(pointer) + payload - id(()) - tuple.__basicsize__) // 4 % 2**32
    code = [opcode.opmap['RESUME'], 0]
    for shift in (24, 16, 8):
        code += [opcode.opmap['EXTENDED_ARG'], place >> shift & 255]
    code += [opcode.opmap['LOAD_CONST'], place & 255, opcode.opmap['RETURN_VALUE'], 0]
    read.__code__ = read.__code__.replace(co_code=bytes(code), co_consts=())
    all_memory.kept = fake, pointer
    return read()

def number_at(memory, address):
    return int.from_bytes(memory[address : address + 4], 'little')

def put_number(memory, address, value):
    memory[address : address + 4] = struct.pack('<I', value % 2**32)
`;
