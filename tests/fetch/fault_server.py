#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A server that does everything wrong, on loopback, one behaviour a path.

  fault_server.py [LOG]     prints its port on the first line; ends when its standard input does

LOG gets one line a request: seconds, connection number, host header, path, then the request's head
as JSON. Standard library only.
"""
import gzip
import json
import os
import re
import socket
import struct
import sys
import threading
import time
import zlib

PAGE = '<!doctype html><meta charset=utf-8><title>测试</title><p>这一页是自己写的。</p>\n'.encode() * 20
# Made once with the tools of brotli and zstd: "hello brotli\n", "hello zstd\n".
BROTLI = bytes.fromhex('0b068068656c6c6f2062726f746c690a03')
ZSTD = bytes.fromhex('28b52ffd005859000068656c6c6f207a7374640a')
STOP = threading.Event()
RESET = struct.pack('ii', 1, 0)  # SO_LINGER: close() sends a reset


def head(status='200 OK', *lines, length=None):
    lines = list(lines) if any(l.lower().startswith('content-type') for l in lines) else ['Content-Type: text/html', *lines]
    if length is not None:
        lines.append('Content-Length: %d' % length)
    return ('HTTP/1.1 %s\r\n' % status + ''.join(l + '\r\n' for l in lines) + 'Connection: close\r\n\r\n').encode()


def whole(body, *lines, status='200 OK'):
    return [head(status, *lines, length=len(body)), body]


def chunks(*parts, end=b'0\r\n\r\n'):
    return [b'%x\r\n' % len(p) + p + b'\r\n' for p in parts] + [end]


def bomb():
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1 << 20)
    return b''.join(packer.compress(zeros) for _ in range(8)) + packer.flush()


def drip():
    yield head(length=1000000)
    while not STOP.wait(0.05):
        yield b'x'


def endless_body():
    yield head('200 OK', 'Transfer-Encoding: chunked')
    while not STOP.is_set():
        yield b'10000\r\n' + b'y' * 65536 + b'\r\n'


def endless_headers():
    yield b'HTTP/1.1 200 OK\r\n'
    while not STOP.is_set():
        yield b'X-More: ' + b'z' * 1000 + b'\r\n'


def endless_hints():
    while not STOP.is_set():
        yield b'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'


def stall(*parts):
    yield from parts
    STOP.wait(30)


TE = 'Transfer-Encoding: chunked'
SIMPLE = {
    '/ok': lambda: whole(PAGE),
    '/no-length': lambda: [head(), PAGE],
    '/empty-body': lambda: whole(b''),
    '/chunked': lambda: [head('200 OK', TE)] + chunks(PAGE[:7], PAGE[7:]),
    '/trailers': lambda: [head('200 OK', TE)] + chunks(PAGE, end=b'0\r\nX-Trailer: 1\r\nETag: "late"\r\n\r\n'),
    '/hints': lambda: [b'HTTP/1.1 103 Early Hints\r\nX-Hint: 1\r\n\r\n'] + whole(PAGE),
    '/folded': lambda: [b'HTTP/1.1 200 OK\r\nX-Long: a\r\n  b\r\nContent-Length: 2\r\n\r\nok'],
    '/no-reason': lambda: [b'HTTP/1.1 200\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok'],
    '/http10': lambda: [b'HTTP/1.0 200 OK\r\n\r\n', PAGE],
    '/gzip': lambda: whole(gzip.compress(PAGE), 'Content-Encoding: gzip'),
    '/x-gzip': lambda: whole(gzip.compress(PAGE), 'Content-Encoding: X-GZIP'),
    '/gzip-two': lambda: whole(gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), 'Content-Encoding: gzip'),
    '/gzip-gzip': lambda: whole(gzip.compress(gzip.compress(PAGE)), 'Content-Encoding: gzip, gzip'),
    '/deflate': lambda: whole(zlib.compress(PAGE), 'Content-Encoding: deflate'),
    '/deflate-raw': lambda: whole(raw_deflate(PAGE), 'Content-Encoding: deflate'),
    '/br': lambda: whole(BROTLI, 'Content-Encoding: br'),
    '/zstd': lambda: whole(ZSTD, 'Content-Encoding: zstd'),
    '/coding-charset': lambda: whole(PAGE, 'Content-Encoding: utf-8'),
    '/coding-empty': lambda: whole(b'', 'Content-Encoding: gzip'),
    '/gzip-cut': lambda: whole(gzip.compress(PAGE * 50)[:-30], 'Content-Encoding: gzip'),
    '/gzip-fake': lambda: whole(PAGE, 'Content-Encoding: gzip'),
    '/gzip-damaged': lambda: whole(gzip.compress(os.urandom(4000))[:2000] + b'\0' * 2000, 'Content-Encoding: gzip'),
    '/br-cut': lambda: whole(BROTLI[:-4], 'Content-Encoding: br'),
    '/zstd-cut': lambda: whole(ZSTD[:-4], 'Content-Encoding: zstd'),
    '/coding-unknown': lambda: whole(PAGE, 'Content-Encoding: lzma'),
    '/coding-stack': lambda: whole(PAGE, 'Content-Encoding: gzip, gzip, gzip, gzip, gzip'),
    '/bomb': lambda: whole(bomb(), 'Content-Encoding: gzip'),
    '/bomb-double': lambda: whole(gzip.compress(bomb()), 'Content-Encoding: gzip, gzip'),
    '/big': lambda: whole(b'x' * 3000000),
    '/endless-body': endless_body,
    '/endless-headers': endless_headers,
    '/endless-hints': endless_hints,
    '/long-line': lambda: [b'HTTP/1.1 200 OK\r\nX-Long: ' + b'a' * 500000 + b'\r\n\r\nok'],
    '/short': lambda: [head(length=len(PAGE) + 100), PAGE],
    '/chunk-cut': lambda: [head('200 OK', TE), b'1000\r\n' + PAGE[:10]],
    '/chunk-no-end': lambda: [head('200 OK', TE)] + chunks(PAGE, end=b''),
    '/chunk-bad': lambda: [head('200 OK', TE), b'zz\r\nok\r\n0\r\n\r\n'],
    '/chunk-huge': lambda: [head('200 OK', TE), b'ffffffffffffffffffff\r\nok\r\n0\r\n\r\n'],
    '/long': lambda: [head(length=10), PAGE],
    '/two-lengths': lambda: [b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nokk'],
    '/length-word': lambda: [b'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nok'],
    '/length-negative': lambda: [b'HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nok'],
    '/garbage': lambda: [b'\x00\x01\x02 no http at all\r\n\r\n' * 10],
    '/http09': lambda: [PAGE],
    '/only-status': lambda: [b'HTTP/1.1 200 OK\r\n'],
    '/close': lambda: [],
    '/silent': lambda: stall(),
    '/stall': lambda: stall(head(length=1000), b'some'),
    '/stall-head': lambda: stall(b'HTTP/1.1 200 OK\r\nX-A:'),
    '/drip': drip,
    '/not-modified': lambda: [b'HTTP/1.1 304 Not Modified\r\nETag: "v2"\r\nConnection: close\r\n\r\n'],
    '/no-location': lambda: whole(b'', status='302 Found'),
    '/to-file': lambda: whole(b'', 'Location: file:///etc/passwd', status='302 Found'),
    '/to-script': lambda: whole(b'', 'Location: javascript:alert(1)', status='302 Found'),
    '/to-user': lambda: whole(b'', 'Location: http://user:word@127.0.0.1/', status='302 Found'),
    '/to-ok': lambda: whole(b'', 'Location: ok', status='301 Moved Permanently'),
    '/to-private': lambda: whole(b'', 'Location: http://10.0.0.1/', status='307 Temporary Redirect'),
    '/to-metadata': lambda: whole(b'', 'Location: http://169.254.169.254/latest/', status='302 Found'),
    '/loop-a': lambda: whole(b'', 'Location: /loop-b', status='302 Found'),
    '/loop-b': lambda: whole(b'', 'Location: /loop-a', status='302 Found'),
    '/busy-seconds': lambda: whole(b'later', 'Retry-After: 120', status='429 Too Many Requests'),
    '/busy-past': lambda: whole(b'later', 'Retry-After: Sun, 06 Nov 1994 08:49:37 GMT', status='503 Service Unavailable'),
    '/busy-negative': lambda: whole(b'later', 'Retry-After: -848624953', status='503 Service Unavailable'),
    '/busy-forever': lambda: whole(b'later', 'Retry-After: 999999999999', status='503 Service Unavailable'),
    '/cookie': lambda: whole(PAGE, 'Set-Cookie: a=b; Path=/'),
}


def raw_deflate(data):
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def answer(path, lines):
    simple = SIMPLE.get(path)
    if simple:
        return simple()
    match = re.fullmatch(r'/status/(\d+)', path)
    if match:
        return whole(b'<p>status</p>', status=match.group(1) + ' Something')
    match = re.fullmatch(r'/hop/(\d+)', path)
    if match:
        return whole(b'', 'Location: /hop/%d' % (int(match.group(1)) + 1), status='302 Found')
    if path == '/etag':
        if 'if-none-match: "v1"' in [l.lower() for l in lines]:
            return [b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\nConnection: close\r\n\r\n']
        return whole(PAGE, 'ETag: "v1"', 'Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT')
    return whole(b'<p>no such page</p>', status='404 Not Found')


class Server:
    def __init__(self, log):
        self.log = open(log, 'a', buffering=1, encoding='utf-8') if log else None
        self.lock, self.count, self.begin = threading.Lock(), 0, time.monotonic()

    def note(self, number, path, lines):
        if self.log:
            host = next((l[5:].strip() for l in lines if l.lower().startswith('host:')), '')
            with self.lock:
                self.log.write('%.3f %d %s %s %s\n' % (time.monotonic() - self.begin, number, host, path, json.dumps(lines)))

    def serve(self, connection, number):
        try:
            connection.settimeout(30)
            data = b''
            while b'\r\n\r\n' not in data:
                got = connection.recv(65536)
                if not got:
                    return
                data += got
            lines = data.split(b'\r\n\r\n')[0].decode('latin-1').split('\r\n')
            path = lines[0].split(' ')[1]
            self.note(number, path, lines)
            if path == '/reset':
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                return
            for part in answer(path, lines):
                connection.sendall(part)
            if path == '/reset-body':
                connection.sendall(head(length=1000) + b'some')
                time.sleep(0.1)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        except OSError:
            pass
        finally:
            connection.close()

    def run(self):
        listener = socket.create_server(('127.0.0.1', 0), backlog=128)
        print(listener.getsockname()[1], flush=True)
        threading.Thread(target=self.accept, args=(listener,), daemon=True).start()
        sys.stdin.read()  # until whoever started this is gone
        STOP.set()

    def accept(self, listener):
        while True:
            connection, _ = listener.accept()
            self.count += 1
            threading.Thread(target=self.serve, args=(connection, self.count), daemon=True).start()


# A path of its own, for the reset must come behind an answer's beginning.
SIMPLE['/reset-body'] = lambda: []

if __name__ == '__main__':
    Server(sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] else None).run()
