package dev.capstan.api;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;

import dev.capstan.access.Role;
import dev.capstan.access.TokenScope;
import dev.capstan.testing.CapstanWithFleet;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void poke() {
        try (CapstanWithFleet capstan = CapstanWithFleet.startServing(fleet(named("quay")
                .deployment("shop/cart", 3, "app cart example.test/cart:1 drop=ALL add=NET_ADMIN")
                .daemonSet("kube-system/agent", "app a example.test/a:1")))) {
            capstan.discover();
            capstan.assess("quay");
            Program program = Program.of(capstan, Role.VIEWER, TokenScope.READ_POSTURE);
            for (String path : new String[] {
                "/api/v1/clusters",
                "/api/v1/clusters/1",
                "/api/v1/clusters/1/runs",
                "/api/v1/clusters/1/namespaces",
                "/api/v1/clusters/1/admission",
                "/api/v1/workloads?limit=1",
                "/api/v1/clusters/1/workloads/1",
                "/api/v1/findings?risk=high&limit=1",
                "/api/v1/findings?from=2026-05-01T00:00:00Z&to=2026-07-01T00:00:00Z&limit=1",
                "/api/v1/scores?by=fleet",
                "/api/v1/scores?by=namespace",
                "/api/v1/scores?by=capability",
                "/api/v1/scores?by=tag&tag=env",
                "/api/v1/trends?from=2026-05-31",
                "/api/v1/controls/net-raw",
                "/api/v1/capabilities/SYS_ADMIN",
                "/api/v1/benchmarks/cis-aks-1.0",
                "/api/v1/policy",
                "/api/v1/nothing",
                "/api",
                "/api/v1/workloads?contrl=added",
                "/api/v1/workloads?control=addd",
                "/api/v1/workloads?risk=hi",
                "/api/v1/workloads?asOf=2027-01-01T00:00:00Z",
                "/api/v1/workloads?limit=0",
                "/api/v1/workloads?cursor=abc",
                "/api/v1/workloads?cluster=x",
                "/api/v1/scores",
                "/api/v1/clusters/x",
                "/api/v1/workloads?control=added&control=assigned",
                "/api//v1",
                "/api/v1/openapi",
                "/api/v1/openapi.yaml",
                "/api/docs",
                "/api/docs.css"
            }) {
                var a = program.get(path);
                System.out.println("### " + path + " -> " + a.statusCode() + " "
                        + a.headers().firstValue("content-type").orElse("") + "\n" + a.body());
            }
            System.out.println(Program.without(capstan).get("/api/v1/clusters").headers());
            System.out.println(Program.without(capstan).get("/api/v1/clusters").body());
            System.out.println(Program.without(capstan).get("/api/docs").statusCode());
            System.out.println(program.send("/api/v1/clusters", "POST").headers()
                    + program.send("/api/v1/clusters", "POST").body());
            System.out.println(program.send("/api/v1/clusters", "GET", "Accept", "text/csv")
                    .body());
        }
    }
}
