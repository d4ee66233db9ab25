"""Records what HAProxy does with requests for servers that are at their maxconn: python3 queues.py OUT.json (needs haproxy)."""
import asyncio, json, os, subprocess, sys, time, tempfile, socket
TMP=tempfile.mkdtemp()
class Back:
    """One target: each request lasts ?ms= milliseconds; the order in which they begin is recorded."""
    def __init__(s,name,port): s.name=name; s.port=port; s.log=[]
    async def run(s):
        s.srv=await asyncio.start_server(s.serve,'127.0.0.1',s.port)
    async def serve(s,r,w):
        try:
            while True:
                line=await r.readline()
                if not line: break
                while (await r.readline()) not in (b'\r\n',b''): pass
                path=line.split()[1].decode()
                q=dict(p.split('=') for p in path.split('?')[1].split('&'))
                s.log.append(int(q['n']))
                await asyncio.sleep(int(q['ms'])/1000)
                b=s.name.encode()
                w.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\nX-Server: %s\r\n\r\n%s'%(len(b),b,b)); await w.drain()
        except (ConnectionError,asyncio.IncompleteReadError): pass
        finally: w.close()
async def ask(port,n,ms,t0,at,path='k',cookie=None):
    await asyncio.sleep(max(0,t0+at/1000-time.monotonic()))
    sent=time.monotonic()
    out={'n':n,'at':at,'key':path}
    try:
        r,w=await asyncio.open_connection('127.0.0.1',port)
        h=f'GET /{path}?n={n}&ms={ms} HTTP/1.1\r\nHost: {path}\r\nConnection: close\r\n'
        if cookie: h+=f'Cookie: SRV={cookie}\r\n'; out['cookie']=cookie
        w.write((h+'\r\n').encode()); await w.drain()
        data=await r.read()
        w.close()
        out['status']=int(data.split()[1]) if data else 0
        srv=[l for l in data.split(b'\r\n') if l.lower().startswith(b'x-server')]
        out['server']=srv[0].split()[1].decode() if srv else None
    except OSError as e: out['status']=-1; out['server']=None
    out['end']=round((time.monotonic()-t0)*1000)
    out['ms']=ms
    return out
BASE="""global
  nbthread 1
  stats socket {sock} level admin
defaults
  mode {mode}
  timeout connect 2s
  timeout client 20s
  timeout server 20s
  {defaults}
frontend f
  bind 127.0.0.1:{port}
  default_backend b
backend b
{backend}
"""
P=[21000]
async def case(name,backend,requests,servers=2,defaults='',mode='http',admin=(),dead=()):
    P[0]+=10; port=P[0]
    backs=[Back(f's{i+1}',port+1+i) for i in range(servers)]
    for i,b in enumerate(backs):
        if i not in dead: await b.run()
    holes=[hole(backs[i].port) for i in dead]
    sock=f'{TMP}/{name}.sock'
    text=backend
    for i,b in enumerate(backs): text=text.replace(f'@{i+1}',f's{i+1} 127.0.0.1:{b.port}')
    cfg=BASE.format(sock=sock,port=port,defaults=defaults,mode=mode,backend=text)
    open(f'{TMP}/{name}.cfg','w').write(cfg)
    p=subprocess.Popen(['haproxy','-f',f'{TMP}/{name}.cfg'],stderr=subprocess.PIPE)
    for _ in range(100):
        try: socket.create_connection(('127.0.0.1',port)).close(); break
        except OSError: await asyncio.sleep(0.05)
    await asyncio.sleep(0.2)
    t0=time.monotonic()+0.1
    async def adm(at,cmd):
        await asyncio.sleep(max(0,t0+at/1000-time.monotonic()))
        r,w=await asyncio.open_unix_connection(sock); w.write((cmd+'\n').encode()); await r.read(); w.close()
    res=await asyncio.gather(*[ask(port,i+1,q.get('ms',300),t0,q.get('at',i*25),q.get('key','k'),q.get('cookie')) for i,q in enumerate(requests)],*[adm(a,c) for a,c in admin])
    res=[r for r in res if r]
    p.terminate(); p.wait()
    for i,b in enumerate(backs):
        if i not in dead: b.srv.close()
    out={'name':name,'backend':[l.strip() for l in backend.strip().split('\n')],'defaults':[l.strip() for l in defaults.split('\n') if l.strip()],'mode':mode,'commands':[{'at':a,'do':c} for a,c in admin],'requests':res,'begun':{b.name:b.log for b in backs}}
    print(name); 
    for r in res: print('  ',r)
    print('  begun',out['begun'])
    return out

def hole(port):
    # accepts nothing: a full backlog, so that SYNs are dropped
    l=socket.socket(); l.setsockopt(socket.SOL_SOCKET,socket.SO_REUSEADDR,1); l.bind(('127.0.0.1',port)); l.listen(0)
    c=[]
    for _ in range(3):
        x=socket.socket(); x.setblocking(False); x.connect_ex(('127.0.0.1',port)); c.append(x)
    return l,c
async def main():
    R=[]
    HASH="  balance hdr(host)\n  hash-type consistent\n"
    srv=lambda o:f"  server @1 {o}\n  server @2 {o}\n"
    R.append(await case('hash-waits',HASH+srv('maxconn 1'),[{} for _ in range(4)]))
    R.append(await case('hash-maxqueue',HASH+srv('maxconn 1 maxqueue 1'),[{'key':'k'} for _ in range(4)],defaults='option redispatch'))
    R.append(await case('hash-queue-timeout',HASH+srv('maxconn 1'),[{} for _ in range(5)],defaults='timeout queue 400'))
    R.append(await case('bounded-spills',"  balance hdr(host)\n  hash-type consistent\n  hash-balance-factor 125\n"+srv('maxconn 10'),[{} for _ in range(8)]))
    R.append(await case('bounded-at-limit',"  balance hdr(host)\n  hash-type consistent\n  hash-balance-factor 300\n"+srv('maxconn 1'),[{} for _ in range(8)]))
    R.append(await case('shared',"  balance roundrobin\n"+srv('maxconn 1'),[{'ms':m} for m in (300,500,200,200,200,200,200,200)]))
    CK="  balance roundrobin\n  cookie SRV insert indirect\n  server @1 cookie s1 maxconn 1 maxqueue %d\n  server @2 cookie s2 maxconn 1 maxqueue %d\n"
    R.append(await case('cookie-waits',CK%(0,0),[{'cookie':'s1'} for _ in range(4)]))
    R.append(await case('cookie-maxqueue-redispatch',CK%(1,1),[{'cookie':'s1'} for _ in range(5)],defaults='option redispatch'))
    R.append(await case('cookie-maxqueue',CK%(1,1),[{'cookie':'s1'} for _ in range(4)]))
    R.append(await case('both-queues',CK%(0,0),[{'cookie':'s1'},{'cookie':'s2','ms':2000},{},{'cookie':'s1'},{},{'cookie':'s1'},{'cookie':'s1'},{}]))
    R.append(await case('down-redispatch',CK%(0,0),[{'cookie':'s1','ms':1000},{'cookie':'s1','ms':200},{'cookie':'s1','ms':200},{'cookie':'s1','ms':200}],defaults='option redispatch',admin=[(300,'set server b/s1 state maint')]))
    R.append(await case('down-stays',CK%(0,0),[{'cookie':'s1','ms':500},{'cookie':'s1','ms':200},{'cookie':'s1','ms':200}],defaults='timeout queue 1000',admin=[(300,'set server b/s1 state maint')]))
    R.append(await case('down-restarts-timer',CK%(0,0),[{'cookie':'s1','ms':3000},{'cookie':'s2','ms':3000},{'cookie':'s1','ms':200}],defaults='option redispatch\n  timeout queue 1000',admin=[(600,'set server b/s1 state maint')]))
    R.append(await case('up-takes',"  balance roundrobin\n  server @1 maxconn 1\n  server @2 maxconn 2 disabled\n",[{'ms':400} for _ in range(6)],admin=[(200,'set server b/s2 state ready')]))
    R.append(await case('all-down',"  balance roundrobin\n  server @1 maxconn 1 disabled\n  server @2 maxconn 1 disabled\n",[{}]))
    R.append(await case('all-down-later',"  balance roundrobin\n"+srv('maxconn 1'),[{'ms':600},{'ms':600},{'ms':100},{'ms':100}],defaults='timeout queue 1000',admin=[(200,'set server b/s1 state maint'),(200,'set server b/s2 state maint')]))
    R.append(await case('server-timeout',"  balance roundrobin\n  timeout server 300\n"+srv('maxconn 1'),[{'ms':700},{'ms':700},{'ms':100},{'ms':100}]))
    R.append(await case('leastconn-counts',"  balance leastconn\n  cookie SRV insert indirect\n  server @1 cookie s1 maxconn 3\n  server @2 cookie s2 maxconn 3\n",[{'cookie':'s1','ms':600},{'cookie':'s1','ms':600},{'ms':300},{},{},{},{},{},{}]))

    R.append(await case('connect-timeout',"  balance roundrobin\n  timeout connect 300\n  retries 0\n"+srv(''),[{},{},{},{}],dead=(0,)))
    R.append(await case('connect-timeout-redispatch',"  balance roundrobin\n  timeout connect 300\n  retries 1\n  option redispatch\n"+srv(''),[{},{},{},{}],dead=(0,)))
    R.append(await case('http-client-timeout',"  balance roundrobin\n"+srv('maxconn 1'),[{'ms':800},{'ms':100},{'ms':100}],defaults='timeout client 400'))
    R.append(await case('three-servers',"  balance roundrobin\n"+srv('maxconn 2')+"  server @3 maxconn 2\n",[{'ms':200+((i*37)%5)*100+(i*i*13)%89} for i in range(18)],servers=3))
    R.append(await case('bounded-125-maxconn-2',"  balance hdr(host)\n  hash-type consistent\n  hash-balance-factor 125\n"+srv('maxconn 2'),[{'ms':400} for _ in range(8)]))
    json.dump({'haproxy':'2.6.12','cases':R},open(sys.argv[1],'w'),indent=1)
asyncio.run(main())
