package dev.capstan.simulator.demo;

import dev.capstan.simulator.demo.ServiceCatalogue.Habit;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.PodSettings;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.SecuritySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pods of one of the company's services, given how it is packaged. */
final class ServiceTemplates {
    private static final String FAULTY = "drop=ALL add=NET_BIND_SERVICE noescalation nonroot uid=10001 seccomp";
    private static final String PROXY = "mcr.microsoft.com/oss/v2/istio/proxyv2:v1.25.3";

    private final ServiceCatalogue services;
    private final String team;
    private final Service service;
    private final boolean meshed;
    private final Dice company;

    /** @param company the chance that is the same for the service in every cluster */
    ServiceTemplates(ServiceCatalogue services, String team, Service service, boolean meshed, Dice company) {
        this.services = services;
        this.team = team;
        this.service = service;
        this.meshed = meshed;
        this.company = company;
    }

    PodTemplate of(Chart chart) {
        Habit habit = Catalogue.named(service.habit(), services.habits());
        String after = habit.after();
        boolean renewed = chart.renewed() && after != null;
        String words = renewed && after != null ? after : habit.before();
        String stack =
                renewed ? services.stacksAfter().getOrDefault(service.stack(), service.stack()) : service.stack();
        List<ContainerSpec> containers = new ArrayList<>();
        if (meshed) {
            containers.add(ContainerSpec.parse(
                    chart.cni()
                            ? "init istio-validation " + PROXY + " drop=ALL noescalation nonroot uid=1337 readonly"
                            : "init istio-init " + PROXY + " drop=ALL add=NET_ADMIN,NET_RAW uid=0 noescalation"));
            containers.add(ContainerSpec.parse(
                    "sidecar istio-proxy " + PROXY + " drop=ALL noescalation nonroot uid=1337 readonly"));
        }
        for (String line : Catalogue.named(stack, services.stacks())) {
            ContainerSpec container = ContainerSpec.parse(line.replace("{name}", service.name())
                    .replace("{team}", team)
                    .replace("{version}", Images.version(company, chart.releases()))
                    .replace("{habit}", words));
            boolean its = container.role() == ContainerSpec.Role.APP && line.contains("{habit}");
            containers.add(its ? overridden(container, chart, renewed) : container);
        }
        Map<String, String> annotations = new TreeMap<>(Injection.annotations(containers));
        annotations.putAll(Ownership.annotations(company));
        return new PodTemplate(PodSettings.parse(service.pod()), containers, annotations);
    }

    private static ContainerSpec overridden(ContainerSpec container, Chart chart, boolean renewed) {
        String relapse = chart.relapse();
        if (relapse != null) {
            return container.withSettings(SecuritySettings.parse(List.of(relapse.split(" "))));
        }
        return renewed && chart.faulty()
                ? container.withSettings(SecuritySettings.parse(List.of(FAULTY.split(" "))))
                : container;
    }
}
