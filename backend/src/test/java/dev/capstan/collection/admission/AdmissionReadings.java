package dev.capstan.collection.admission;

/** What was read of a cluster's admission, for tests that are about something else. */
public final class AdmissionReadings {

    private AdmissionReadings() {}

    /** A cluster that serves no kind at all. */
    public static AdmissionFacts none() {
        return of(new Listing.Absent<>());
    }

    /** A cluster that serves namespaces and no kind that decides. */
    public static AdmissionFacts of(Listing<NamespaceFact> namespaces) {
        return new AdmissionFacts(
                "1.33.4",
                AzureAdmission.silent(),
                namespaces,
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>(),
                new Listing.Absent<>());
    }
}
