package anchorage.local.bench;

import anchorage.local.Home;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Pause;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx as a plain reverse proxy of one service, tuned fairly: kept connections, nothing logged, bodies not spooled. */
final class Nginx {

    private final int port;
    private final int origin;
    private Process process;

    Nginx(Home home, int port, int origin) {
        this.port = home.port(port);
        this.origin = home.port(origin);
    }

    String address() {
        return "http://localhost:" + port;
    }

    void start(Path folder) throws IOException {
        var settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    client_max_body_size 0;
                    keepalive_requests 1000000;
                    upstream service {
                        server 127.0.0.1:%3$d;
                        keepalive 64;
                        keepalive_requests 1000000;
                    }
                    server {
                        listen 127.0.0.1:%2$d;
                        listen [::1]:%2$d;
                        location / {
                            proxy_pass http://service;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_set_header X-Forwarded-For $remote_addr;
                            proxy_request_buffering off;
                        }
                    }
                }
                """.formatted(folder, port, origin));
        try {
            process = new ProcessBuilder("nginx", "-c", settings.toString(), "-p", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
        } catch (IOException absent) {
            throw new PartFailed("this benchmark needs nginx and wrk on the path; Debian has both", absent);
        }
        for (int tries = 0; tries < 50 && !answers(); tries++) {
            Pause.millis(100);
        }
        if (!answers()) {
            throw new PartFailed("nginx did not start: " + Files.readString(folder.resolve("nginx.log")));
        }
    }

    void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() {
        try (var ignored = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
