package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.NamespaceFact;

/** One mechanism of a cluster. */
interface Guard {

    /** What it does for pods that enter the namespace. */
    Found in(NamespaceFact namespace);
}
