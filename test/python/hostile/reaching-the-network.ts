import { type Attack, refuses, returns, stepLimit, throws } from './attack.js';

const denied = [
  refuses(),
  throws('PermissionError'),
  throws('OSError'),
  throws('gaierror'),
  throws('ModuleNotFoundError'),
  throws('ImportError'),
  throws('URLError'),
  throws('AttributeError'),
];

const connecting = (name: string, body: string): Attack => ({
  name,
  code: `def attack(canary):
    ${body.trim()}`,
  accepts: denied,
});

export const reachingTheNetwork: readonly Attack[] = [
  connecting(
    'connects to a server of the host',
    `import socket
    with socket.create_connection(('127.0.0.1', canary['port']), timeout=1) as connection:
        connection.sendall(b'hello')
        return connection.recv(100).decode()`,
  ),
  connecting(
    'connects without looking an address up',
    `import socket
    connection = socket.socket()
    connection.setblocking(False)
    return connection.connect_ex(('127.0.0.1', canary['port']))`,
  ),
  connecting(
    'connects below the module for sockets',
    `import _socket
    connection = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    connection.connect(('127.0.0.1', canary['port']))
    return connection.send(b'hello')`,
  ),
  connecting(
    'sends a datagram',
    `import socket
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', canary['port']))`,
  ),
  connecting(
    'connects to a socket in a folder of the host',
    `import socket
    socket.socket(socket.AF_UNIX).connect(canary['folder'] + '/socket')`,
  ),
  connecting(
    'takes sockets out of descriptors',
    `import socket
    for number in range(3, 100):
        try:
            socket.socket(fileno=number).send(b'x')
            return number
        except OSError:
            pass
    raise OSError('no socket')`,
  ),
  connecting(
    'asks for the address of a name',
    `import socket
    return socket.getaddrinfo('localhost', canary['port'])`,
  ),
  connecting(
    'serves a port',
    `import socket
    return socket.create_server(('127.0.0.1', 0)).getsockname()`,
  ),
  connecting(
    'fetches an address',
    `import urllib.request
    return urllib.request.urlopen(f"http://127.0.0.1:{canary['port']}/").read().decode()`,
  ),
  connecting(
    'fetches a file address of the host',
    `import urllib.request
    return urllib.request.urlopen('file://' + canary['secretFile']).read().decode()`,
  ),
  connecting(
    'asks by the client of HTTP',
    `import http.client
    connection = http.client.HTTPConnection('127.0.0.1', canary['port'])
    connection.request('GET', '/')
    return connection.getresponse().status`,
  ),
  connecting(
    'sends mail',
    `import smtplib
    smtplib.SMTP('127.0.0.1', canary['port']).sendmail('a@b.c', ['a@b.c'], 'hello')`,
  ),
  {
    name: 'serves pages with asyncio',
    code: `import asyncio

async def serve(canary):
    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 0)
    async with server:
        await server.serve_forever()

def attack(canary):
    asyncio.run(serve(canary))`,
    accepts: [...denied, throws('RuntimeError'), throws('NotImplementedError')],
  },
  {
    name: 'serves pages with the module for it',
    code: `def attack(canary):
    import http.server
    http.server.HTTPServer(('127.0.0.1', 0), http.server.BaseHTTPRequestHandler).serve_forever()`,
    accepts: denied,
  },
  {
    name: 'waits for descriptors',
    code: `def attack(canary):
    import select
    poll = select.poll()
    for number in range(200):
        poll.register(number)
    return [select.select([0], [1], [], 0.1), poll.poll(10)]`,
    accepts: [...denied, returns(), stepLimit],
  },
];
