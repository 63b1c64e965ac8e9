package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.capstan.ui.Moment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Downloads every row of a list as CSV. The request for the file is one of the person who is signed in, like any other,
 * and holds no lock: the page stays usable while the file comes.
 */
public class ExportLink extends Anchor {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    /** Writes the file. It is called on the request's own thread, and leaves the stream open. */
    @FunctionalInterface
    public interface Rows extends Serializable {

        /** Writes every row as it comes. */
        void writeTo(OutputStream to) throws IOException;
    }

    /** @param what the rows in one word, for the file's name */
    public ExportLink(String what, Clock clock, Rows rows) {
        this(what, () -> Moment.NOW, clock, rows);
    }

    /**
     * @param what the rows in one word, for the file's name
     * @param moment the instant that the rows speak of, for the file's name; asked on the request's own thread
     */
    public ExportLink(String what, SerializableSupplier<Moment> moment, Clock clock, Rows rows) {
        addClassName("export-link");
        add(Icon.DOWNLOAD.create(), new Span("Export CSV"));
        setHref(event -> download(event, fileName(what, moment.get(), clock), rows), AttachmentType.DOWNLOAD);
    }

    private static void download(DownloadEvent event, String name, Rows rows) throws IOException {
        event.setFileName(name);
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        rows.writeTo(event.getOutputStream());
    }

    private static String fileName(String what, Moment moment, Clock clock) {
        return "capstan-%s-%s%s.csv".formatted(what, moment.inFileNames(), MINUTE.format(clock.instant()));
    }
}
