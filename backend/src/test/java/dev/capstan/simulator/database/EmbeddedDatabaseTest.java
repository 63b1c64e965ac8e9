package dev.capstan.simulator.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void dataSurviveARestart() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            jdbc(database).sql("create table kept as select 42 as answer").update();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(answer(database)).isEqualTo(42);
        }
    }

    @Test
    void commitsAreDurableOutsideTests() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aServerThatAKilledProcessLeftBehindGivesTheFolderBack() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldOpen.class.getName(),
                        roundabout(folder).toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.lines().anyMatch(HeldOpen.READY::equals)).isTrue();
            process.destroyForcibly().waitFor();
        }
        assertThat(OrphanedServer.of(folder.toAbsolutePath().resolve("postgres")))
                .isPresent();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(roundabout(folder))) {
            assertThat(answer(database)).isEqualTo(42);
        }
    }

    // The folder's name as a person may type it.
    private static Path roundabout(Path folder) {
        return folder.resolve("..").resolve(folder.getFileName());
    }

    /** A process that starts the database, writes to it and waits to be killed. */
    static final class HeldOpen {

        static final String READY = "ready";

        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
            jdbc(database).sql("create table kept as select 42 as answer").update();
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNoOrphan() throws Exception {
        Path data = folder.toAbsolutePath().resolve("postgres");
        Files.createDirectories(data);
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");

        assertThat(OrphanedServer.of(data)).isEmpty();
    }

    private static int answer(EmbeddedDatabase database) {
        return jdbc(database)
                .sql("select answer from kept")
                .query(Integer.class)
                .single();
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return jdbc(database).sql("show " + name).query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        return JdbcClient.create(source);
    }
}
