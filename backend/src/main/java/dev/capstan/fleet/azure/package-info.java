/** The Azure side of the fleet: the connection to Azure Resource Manager and the listing of clusters. */
@NamedInterface("azure")
@NullMarked
package dev.capstan.fleet.azure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
