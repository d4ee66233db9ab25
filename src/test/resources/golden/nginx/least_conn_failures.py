"""Records how nginx's least_conn picks while servers with requests in hand die and come back: python3 least_conn_failures.py OUT.json
(needs nginx). Of the servers only one that holds no more than one request dies, so that it is certain which attempt fails first."""
import asyncio, json, random, socket, subprocess, sys, tempfile, time

CONFIGURATION = """worker_processes 1; pid {folder}/pid; error_log {folder}/error.log; daemon off;
events {{ worker_connections 256; }}
http {{
  access_log off; {paths}
  upstream up {{ least_conn; {servers} }}
  server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://up; add_header X-Tried $upstream_addr always; }} }}
}}
"""

class Server:
    """Holds each request until it is let go; while it is dead nobody listens at its port."""
    def __init__(self, number, port, arrivals):
        self.number, self.port, self.arrivals, self.held, self.listening = number, port, arrivals, {}, None
    async def start(self):
        self.listening = await asyncio.start_server(self.serve, '127.0.0.1', self.port)
    async def serve(self, reader, writer):
        path = (await reader.readline()).split()[1].decode()
        while (await reader.readline()) not in (b'\r\n', b''): pass
        self.held[path] = writer
        await self.arrivals.put((path, self.number))
    def let_go(self, path):
        writer = self.held.pop(path)
        writer.write(b'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'); writer.close()
    def die(self):
        self.listening.close(); self.listening = None
        for writer in self.held.values(): writer.transport.abort()
        broken = list(self.held); self.held.clear()
        return broken

async def ask(port, path):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'GET {path} HTTP/1.0\r\n\r\n'.encode())
    answer = (await reader.read()).decode(); writer.close()
    tried = [line.split(': ')[1] for line in answer.split('\r\n') if line.startswith('X-Tried')]
    return int(answer.split()[1]), tried[0].split(', ') if tried else []

async def same_second():
    """Waits until this second of the clock has some time left, and says which it is."""
    left = 1 - time.time() % 1
    if left < 0.25: await asyncio.sleep(left + 0.005)
    return int(time.time())

def free_port():
    with socket.socket() as free: free.bind(('127.0.0.1', 0)); return free.getsockname()[1]

async def case(name, weights, max_fails, fail_timeout, backup, steps, chance):
    folder, arrivals, port = tempfile.mkdtemp(), asyncio.Queue(), free_port()
    servers = [Server(i, free_port(), arrivals) for i in range(len(weights))]
    for server in servers: await server.start()
    number_of = {f'127.0.0.1:{server.port}': server.number for server in servers}
    text = CONFIGURATION.format(folder=folder, port=port,
        paths=' '.join(f'{kind}_temp_path {folder}/{kind};' for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi')),
        servers=' '.join(f'server 127.0.0.1:{server.port} weight={weights[i]} max_fails={max_fails[i]} fail_timeout={fail_timeout}s'
            + (' backup;' if i in backup else ';') for i, server in enumerate(servers)))
    with open(folder + '/nginx.conf', 'w') as file: file.write(text)
    process = subprocess.Popen(['/usr/sbin/nginx', '-p', folder, '-c', folder + '/nginx.conf'])
    while True:
        try: socket.create_connection(('127.0.0.1', port)).close(); break
        except OSError: await asyncio.sleep(0.05)
    start = await same_second()
    ops, answers, at, attempts_before, opened, rows_of = [], {}, {}, {}, 0, {}
    async def comes(path, row):
        """Where the request is held now, or that it was answered; all within the second that the row says."""
        arrival = asyncio.ensure_future(arrivals.get())
        await asyncio.wait([arrival, answers[path]], return_when=asyncio.FIRST_COMPLETED, timeout=10)
        rows_of.setdefault(path, []).append(row)
        if arrival.done():
            assert arrival.result()[0] == path
            at[path] = arrival.result()[1]
        else:
            arrival.cancel(); at.pop(path, None); settle(path)
        assert int(time.time()) == start + row[2], 'the second was over'
        ops.append(row)
    def settle(path):
        """The attempts, in their order, are known when nginx has answered; each row gets its part of them."""
        status, tried = answers[path].result()
        tried = [number_of.get(address, 'none') for address in tried]
        rows = rows_of[path]
        for i, row in enumerate(rows):
            until = tried.index(row[3]) + 1 if i < len(rows) - 1 else len(tried)
            row[3], tried = tried[:until], tried[until:]
    for _ in range(steps):
        await asyncio.sleep(chance.choice([0, 0, 0.05, 0.15]))
        change = chance.random() < 0.25
        candidates = [server for server in servers if server.listening is None or len(server.held) < 2]
        if change and candidates:
            server = chance.choice(candidates)
            if server.listening is None:
                await server.start(); ops.append(['alive', server.number]); continue
            second = await same_second() - start
            ops.append(['dead', server.number])
            for path in server.die():
                rows_of[path][-1][3] = server.number
                await comes(path, ['breaks', int(path[1:]), second, None])
        elif at and (len(at) > 5 or chance.random() < 0.4):
            path = chance.choice(list(at))
            servers[at.pop(path)].let_go(path); await answers[path]; settle(path)
            ops.append(['close', int(path[1:])]); await asyncio.sleep(0.02)
        else:
            path = f'/{opened}'; opened += 1
            second = await same_second() - start
            answers[path] = asyncio.ensure_future(ask(port, path))
            await comes(path, ['open', int(path[1:]), second, None])
    for path in list(at):
        servers[at.pop(path)].let_go(path); await answers[path]; settle(path)
        ops.append(['close', int(path[1:])])
    process.terminate(); process.wait()
    for server in servers:
        if server.listening: server.listening.close()
    print(name, sum(len(op[3]) for op in ops if len(op) > 3), 'attempts', flush=True)
    return {'id': name, 'weights': weights, 'max_fails': max_fails, 'fail_timeout_s': fail_timeout, 'backup': backup, 'ops': ops}

async def again(*arguments, seed):
    while True:
        try: return await case(*arguments, random.Random(seed))
        except AssertionError as late: print(arguments[0], late, flush=True)

async def main():
    cases = [
        await again('weights', [5, 3, 1], [2, 2, 2], 1, [], 250, seed=1),
        await again('one-fails-long', [20, 10, 7, 3], [5, 3, 2, 1], 2, [], 250, seed=2),
        await again('never-out', [9, 6, 4], [0, 3, 4], 1, [], 250, seed=3),
        await again('many-fails', [12, 12, 12, 12, 12], [6, 4, 3, 2, 1], 1, [], 250, seed=4),
        await again('equal', [1, 1, 1], [1, 1, 1], 1, [], 250, seed=5),
        await again('backups', [8, 4, 6, 2], [2, 2, 3, 1], 1, [2, 3], 250, seed=6),
        await again('light', [3, 2, 2, 1], [7, 2, 1, 2], 1, [], 250, seed=7)]
    with open(sys.argv[1], 'w') as file:
        file.write('{\n "tool": "nginx/1.22.1 (Debian)",\n "algorithm": "least_conn with passive failure detection",\n "setup": '
            + json.dumps('Made by least_conn_failures.py beside this file. ops in order: ["open",id,second of the clock,[servers tried]] a request comes'
            ' and is held by the last of them, if it is alive; ["dead",server] nobody listens there from now on, and what it held'
            ' ["breaks",id,second,[servers tried then]]; ["alive",server]; ["close",id] ends. "none" = no live upstreams.')
            + ',\n "cases": [\n')
        file.write(',\n'.join('  ' + json.dumps(one, separators=(',', ':')).replace('"ops":', '\n   "ops":') for one in cases))
        file.write('\n ]\n}\n')

asyncio.run(main())
