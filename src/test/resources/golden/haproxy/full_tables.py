"""Records whom HAProxy's stick tables forget when they are full, while servers hold requests: python3 full_tables.py OUT.json (needs
haproxy). Steps are some milliseconds apart, so that no two are in the same one."""
import asyncio, json, random, socket, subprocess, sys, tempfile, time

CONFIGURATION = """global
  nbthread 1
  stats socket {folder}/admin level admin
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
frontend f
  bind 127.0.0.1:{port}
  default_backend b
backend b
  balance roundrobin
  stick-table type string len 16 size {size}{words}
  stick on hdr(x-user)
{servers}
"""
HELD = {}
ARRIVED = asyncio.Queue()

async def serve(number, reader, writer):
    path = (await reader.readline()).split()[1].decode()
    while (await reader.readline()) not in (b'\r\n', b''): pass
    HELD[path] = writer
    await ARRIVED.put((path, number))

async def ask(port, path, user):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'GET {path} HTTP/1.1\r\nHost: x\r\nX-User: {user}\r\nConnection: close\r\n\r\n'.encode())
    answer = await reader.read(); writer.close()
    assert answer.split()[1] == b'200', answer

async def admin(folder, command):
    reader, writer = await asyncio.open_unix_connection(folder + '/admin')
    writer.write((command + '\n').encode()); answer = (await reader.read()).decode(); writer.close()
    return answer

async def keys(folder):
    table = await admin(folder, 'show table b')
    return {int(word[4:]) for word in table.split() if word.startswith('key=')}

async def case(size, words, users, held, steps, seed, pause=0.003):
    chance, folder = random.Random(seed), tempfile.mkdtemp()
    ports = [listening.sockets[0].getsockname()[1] for listening in LISTENING]
    with socket.socket() as free: free.bind(('127.0.0.1', 0)); port = free.getsockname()[1]
    with open(folder + '/haproxy.cfg', 'w') as file:
        file.write(CONFIGURATION.format(folder=folder, port=port, size=size, words=words,
            servers='\n'.join(f'  server s{i} 127.0.0.1:{its}' for i, its in enumerate(ports))))
    process = subprocess.Popen(['/usr/sbin/haproxy', '-db', '-f', folder + '/haproxy.cfg'], stderr=subprocess.DEVNULL)
    while True:
        try: await admin(folder, 'show info'); break
        except OSError: await asyncio.sleep(0.05)
    start, ops, answers, user_of, known = time.monotonic(), [], {}, {}, set()
    async def forgotten():
        nonlocal known
        now = await keys(folder)
        gone, known = sorted(known - now), now
        return gone
    for number in range(steps):
        await asyncio.sleep(pause if isinstance(pause, float) else chance.choice(pause))
        at = round((time.monotonic() - start) * 1000)
        most = chance.choice([1, held])
        if answers and (len(answers) >= most or chance.random() < 0.4):
            path = chance.choice(list(answers)); HELD[path].write(b'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'); HELD.pop(path).close()
            await answers.pop(path); await asyncio.sleep(0.003)
            gone = await forgotten()
            ops.append(['close', int(path[1:]), at, user_of[path] in known, gone])
        else:
            path, user = f'/{number}', chance.randrange(users)
            answers[path] = asyncio.ensure_future(ask(port, path, user)); user_of[path] = user
            arrived, server = await ARRIVED.get()
            assert arrived == path
            await asyncio.sleep(0.003)
            ops.append(['open', number, at, user, server, await forgotten()])
    for path, answer in answers.items():
        HELD[path].write(b'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'); HELD.pop(path).close(); await answer
    process.terminate(); process.wait()
    return {'id': f'{size}{words}, seed {seed}', 'size': size, 'nopurge': 'nopurge' in words, 'servers': len(ports), 'ops': ops}

CASES = [(1, '', 3, 2, 60, 1), (2, '', 4, 3, 100, 2), (3, '', 5, 3, 150, 3), (5, '', 8, 4, 200, 4), (8, '', 12, 5, 200, 5),
         (5, ' nopurge', 8, 4, 120, 6), (300, '', 340, 40, 1400, 7), (600, '', 640, 300, 2400, 8)]

async def main():
    global LISTENING
    LISTENING = [await asyncio.start_server(lambda r, w, i=i: serve(i, r, w), '127.0.0.1', 0) for i in range(3)]
    cases = [await case(*one) for one in CASES]
    with open(sys.argv[1], 'w') as file:
        file.write('{\n "haproxy": "2.6.12",\n "what": ' + json.dumps('Whom a full stick table (stick on hdr, balance roundrobin) forgets; made by '
            'full_tables.py beside this file. ops in order: ["open",id,ms,user,server that holds it,[users forgotten]], '
            '["close",id,ms,whether the user has an entry then,[users forgotten]].') + ',\n "cases": [\n')
        file.write(',\n'.join('  ' + json.dumps(one, separators=(',', ':')).replace('"ops":', '\n   "ops":') for one in cases))
        file.write('\n ]\n}\n')

if __name__ == '__main__': asyncio.run(main())
