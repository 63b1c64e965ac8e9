package dev.capstan.api;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.access.Role;
import dev.capstan.access.TokenCreation;
import dev.capstan.access.TokenScope;
import dev.capstan.testing.CapstanWithFleet;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How programs are let in or turned away, and how they are told what is wrong, over HTTP and without screens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

    private CapstanWithFleet capstan;
    private Program program;

    @BeforeAll
    void start() {
        capstan = CapstanWithFleet.startServing(
                fleet(named("quay").deployment("shop/cart", 1, "app cart example.test/cart:1")));
        capstan.discover();
        program = Program.of(capstan, Role.VIEWER, TokenScope.READ_POSTURE);
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @Test
    void whoShowsNoTokenIsToldThatOneIsNeeded() {
        HttpResponse<String> answer = Program.without(capstan).get("/api/v1/clusters");

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"capstan\"");
    }

    @Test
    void neitherACookieNorAPasswordNorAParameterIsAToken() {
        String token =
                Program.token(capstan, Role.VIEWER, TokenScope.READ_POSTURE).secret();
        Program nobody = Program.without(capstan);

        assertProblem(nobody.send("/api/v1/clusters", "GET", "Cookie", "JSESSIONID=" + token), 401, "unauthenticated");
        assertProblem(
                nobody.send("/api/v1/clusters", "GET", "Authorization", "Basic YWRtaW46YWRtaW4="),
                401,
                "unauthenticated");
        assertProblem(nobody.get("/api/v1/clusters?access_token=" + token), 401, "unauthenticated");
    }

    @Test
    void aTokenThatDoesNotWorkSaysSo() {
        HttpResponse<String> answer = Program.with(capstan, "capstan_1_none").get("/api/v1/clusters");

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .contains("invalid_token");
    }

    @Test
    void aRevokedTokenOpensNothingFromThenOn() {
        TokenCreation.Made made = Program.token(capstan, Role.VIEWER, TokenScope.READ_POSTURE);
        Program revoked = Program.with(capstan, made.secret());
        assertThat(revoked.get("/api/v1/clusters").statusCode()).isEqualTo(200);

        capstan.jdbc()
                .sql("update api_token set revoked_at = ? where id = ?")
                .params(
                        capstan.clock.instant().atOffset(java.time.ZoneOffset.UTC),
                        made.token().id())
                .update();

        assertThat(assertProblem(revoked.get("/api/v1/clusters"), 401, "unauthenticated")
                        .path("detail")
                        .asString())
                .isEqualTo("The token was revoked.");
    }

    @Test
    void aMissingScopeIsNamed() {
        HttpResponse<String> policy = program.get("/api/v1/policy/history");
        JsonNode problem = assertProblem(policy, 403, "insufficient-scope");
        assertThat(problem.path("detail").asString()).contains("read:settings");
        assertThat(policy.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .contains("insufficient_scope")
                .contains("scope=\"read:settings\"");

        Program settings = Program.of(capstan, Role.VIEWER, TokenScope.READ_SETTINGS);
        assertProblem(settings.get("/api/v1/clusters"), 403, "insufficient-scope");
        assertThat(settings.get("/api/v1/policy/history").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleReads(Role role) {
        Program theirs = Program.of(capstan, role, TokenScope.values());

        assertThat(theirs.get("/api/v1/clusters").statusCode()).isEqualTo(200);
        assertThat(theirs.get("/api/v1/policy/history").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/workloads?contrl=added            | unknown-parameter | contrl  | asOf, capability, cluster
            /api/v1/clusters/1?q=x                    | unknown-parameter | q       | asOf, control
            /api/v1/controls?limit=1                  | unknown-parameter | limit   | none
            /api/v1/workloads?control=adde            | bad-parameter     | control | added, assigned, net-raw, privileged
            /api/v1/workloads?control=Added           | bad-parameter     | control | added, assigned, net-raw, privileged
            /api/v1/workloads?risk=                   | bad-parameter     | risk    |
            /api/v1/workloads?risk=awful              | bad-parameter     | risk    | low, medium, high, critical
            /api/v1/workloads?failing=perhaps         | bad-parameter     | failing | true, false
            /api/v1/workloads?cluster=quay            | bad-parameter     | cluster | a whole number
            /api/v1/workloads?cluster=1&cluster=2     | bad-parameter     | cluster |
            /api/v1/workloads?owner=a&unowned=true    | bad-parameter     | unowned |
            /api/v1/workloads?asOf=yesterday          | bad-parameter     | asOf    | now, or an instant
            /api/v1/workloads?asOf=2026-06-02         | bad-parameter     | asOf    | now, or an instant
            /api/v1/workloads?asOf=2027-06-02T00:00:00Z | bad-parameter   | asOf    | now, or an instant
            /api/v1/workloads?asOf=-100000-01-01T00:00:00Z | bad-parameter | asOf   | now, or an instant
            /api/v1/workloads?limit=0                 | bad-parameter     | limit   | 1 to 1000
            /api/v1/workloads?limit=1001              | bad-parameter     | limit   | 1 to 1000
            /api/v1/workloads?limit=many              | bad-parameter     | limit   | 1 to 1000
            /api/v1/workloads?cursor=abc              | bad-cursor        | cursor  |
            /api/v1/clusters?tag=production           | bad-parameter     | tag     | a tag as name=value
            /api/v1/clusters/one                      | bad-parameter     | cluster | a whole number
            /api/v1/findings?from=2026-05-01T00:00:00Z | bad-parameter    | to      |
            /api/v1/findings?from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z | bad-parameter | to |
            /api/v1/findings?asOf=now&from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z | bad-parameter | asOf |
            /api/v1/scores                            | bad-parameter     | by      | fleet, subscription, tag
            /api/v1/scores?by=colour                  | bad-parameter     | by      | fleet, subscription, tag
            /api/v1/scores?by=tag                     | bad-parameter     | tag     |
            /api/v1/trends?from=2026-06-02&to=2026-06-01 | bad-parameter  | from    |
            /api/v1/trends?from=1.6.2026              | bad-parameter     | from    | a day like
            /api/v1/trends?owner=a&subscription=b     | bad-parameter     | owner   |
            /api/v1/changes                           | bad-parameter     | from    | an instant like
            /api/v1/changes?from=2026-06-03T00:00:00Z | bad-parameter     | from    |
            """)
    void aParameterThatIsWrongIsNamedWithWhatItTakes(String path, String kind, String parameter, String allowed) {
        JsonNode problem = assertProblem(program.get(path.strip()), 400, kind);

        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
        if (allowed != null) {
            assertThat(problem.path("allowed").asString()).startsWith(allowed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v2/clusters",
        "/api/v1/clusters/99",
        "/api/v1/clusters/99/runs",
        "/api/v1/clusters/99/namespaces",
        "/api/v1/clusters/99/admission",
        "/api/v1/clusters/1/admission",
        "/api/v1/clusters/1/workloads/99",
        "/api/v1/benchmarks/cis-moon"
    })
    void whatIsNotThereIsNotFound(String path) {
        assertProblem(program.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH", "DELETE"})
    void nothingCanBeChanged(String method) {
        HttpResponse<String> answer = program.send("/api/v1/clusters", method);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void anotherFormThanJsonIsNotAcceptable() {
        JsonNode problem =
                assertProblem(program.send("/api/v1/clusters", "GET", "Accept", "text/csv"), 406, "not-acceptable");

        assertThat(problem.path("detail").asString()).contains("application/json");
    }

    @Test
    void anAddressThatTheFirewallRefusesIsAProblemToo() {
        assertProblem(program.get("/api//v1/clusters"), 400, "bad-request");
    }

    @Test
    void whatBreaksTellsNothingOfTheInside() {
        capstan.jdbc().sql("alter table finding rename to finding_hidden").update();
        try {
            HttpResponse<String> answer = program.get("/api/v1/findings");

            assertProblem(answer, 500, "internal");
            assertThat(answer.body())
                    .doesNotContain("finding_hidden")
                    .doesNotContain("SQL")
                    .doesNotContain("Exception");
        } finally {
            capstan.jdbc().sql("alter table finding_hidden rename to finding").update();
        }
    }

    @Test
    void nothingIsKeptOnTheWayAndNoSessionBegins() {
        HttpResponse<String> answer = program.get("/api/v1/clusters");

        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theDescriptionIsThereForEveryoneAndNamesNothingThatIsNotThere() {
        Program nobody = Program.without(capstan);
        JsonNode api = nobody.read("/api/v1/openapi");

        assertThat(api.path("paths").propertyNames()).contains("/api/v1/clusters", "/api/v1/changes", "/api/v1/policy");
        assertThat(api.toString())
                .contains("\"default\":\"added\"")
                .contains("\"default\":\"now\"")
                .doesNotContain("NOT_ASSESSED")
                .doesNotContain("Paging");
        assertThat(api.at("/components/schemas/Workload/properties/owner/type").toString())
                .contains("null");
        assertThat(nobody.get("/api/v1/openapi.yaml").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/api/docs").body())
                .contains("GET /api/v1/clusters/{cluster}/workloads/{workload}")
                .contains("<code>net-raw</code>")
                .doesNotContain("<script");
        assertThat(nobody.get("/api/docs.css").statusCode()).isEqualTo(200);
    }

    @Test
    void whenATokenWasUsedIsSeen() {
        TokenCreation.Made made = Program.token(capstan, Role.AUDITOR, TokenScope.READ_POSTURE);
        capstan.clock.forward(Duration.ofMinutes(5));

        Program.with(capstan, made.secret()).read("/api/v1/controls");

        assertThat(capstan.jdbc()
                        .sql("select last_used_at is not null from api_token where id = ?")
                        .param(made.token().id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:capstan:problem:" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }
}
