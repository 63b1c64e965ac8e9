package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param headers the headers, Content-Type among them
 * @param body the body as it goes over the wire
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer json(int status, Object body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    static Answer text(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), body.getBytes(UTF_8));
    }

    /** What a proxy in between might say in the name of the server. */
    static Answer garbage() {
        String page = "<html><body><h1>Please sign in to the network</h1></body></html>\n";
        return new Answer(200, Map.of("Content-Type", "text/html"), page.getBytes(UTF_8));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
