package dev.capstan.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.evaluation.admission.Mechanism;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.evaluation.admission.Strength;
import dev.capstan.fleet.ClusterId;
import dev.capstan.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with clusters whose admission a test records, in words. */
final class Recorder {

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Admissions admissions;

    Recorder() {
        DataSource database = TestDatabase.kept();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        admissions = new Admissions(
                new AdmissionWriter(jdbc, new AdmissionProfiles(new JdbcTemplate(database))),
                new AdmissionReads(jdbc),
                transaction);
    }

    ClusterId aCluster(String name) {
        jdbc.sql("insert into azure_subscription values ('11111111-1111-1111-1111-111111111111',"
                        + " '22222222-2222-2222-2222-222222222222', 'Test', 'Enabled', now()) on conflict do nothing")
                .update();
        return new ClusterId(jdbc.sql("""
                        insert into cluster (arm_id, subscription_id, resource_group, name, location, kubernetes_version,
                            power_state, provisioning_state, local_accounts_disabled, entra_enabled, first_listed_at,
                            last_listed_at)
                        values ('/test/' || :name, '11111111-1111-1111-1111-111111111111', 'rg', :name, 'westeurope',
                            '1.33.4', 'RUNNING', 'Succeeded', false, false, now(), now())
                        returning id
                        """).param("name", name).query(Long.class).single());
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** A cluster with these namespaces, met at baseline. */
    static ClusterAdmission cluster(NamespaceAdmission... namespaces) {
        return new ClusterAdmission(new AdmissionVerdict.Met(Strength.BASELINE), List.of(namespaces), List.of());
    }

    static NamespaceAdmission baseline(String namespace) {
        return namespace(namespace, new AdmissionVerdict.Met(Strength.BASELINE), Strength.BASELINE);
    }

    static NamespaceAdmission open(String namespace) {
        return namespace(namespace, new AdmissionVerdict.NotMet(Strength.AUDIT_ONLY), Strength.AUDIT_ONLY);
    }

    static NamespaceAdmission namespace(String namespace, AdmissionVerdict verdict, Strength strength) {
        return new NamespaceAdmission(
                namespace,
                false,
                verdict,
                List.of(new Protection(
                        Mechanism.POD_SECURITY_ADMISSION,
                        strength,
                        false,
                        true,
                        List.of("Namespace labels"),
                        List.of("The label enforce says so.", "It \"quotes\" <script> and \\ and é."))),
                List.of("A warning."));
    }
}
