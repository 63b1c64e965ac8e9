package dev.capstan.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UnexpectedErrorsTest {

    private final UnexpectedErrors errors = new UnexpectedErrors();

    @Test
    void whoCancelsADownloadBreaksNothing(CapturedOutput output) {
        errors.error(new ErrorEvent(new UncheckedIOException(new IOException("Broken pipe"))));

        assertThat(output).doesNotContain("broke while it was used");
    }

    @Test
    void anyOtherErrorIsLoggedUnderANumber(CapturedOutput output) {
        errors.error(new ErrorEvent(new UncheckedIOException(new IOException("No space left on device"))));

        assertThat(output).contains("A page broke while it was used, shown as").contains("No space left on device");
    }
}
