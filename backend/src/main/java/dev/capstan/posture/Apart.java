package dev.capstan.posture;

/**
 * Units that are counted by themselves.
 *
 * @param platformPassing units that AKS runs and that meet the control; outside the score
 * @param platformFailing units that AKS runs and that do not; outside the score
 * @param injectedPassing units that a webhook put into customers' pods and that meet the control; within the score
 * @param injectedFailing units that a webhook put into customers' pods and that do not; within the score
 */
public record Apart(long platformPassing, long platformFailing, long injectedPassing, long injectedFailing) {

    /** Nothing at all. */
    public static final Apart NONE = new Apart(0, 0, 0, 0);

    /** Both together. */
    public Apart plus(Apart other) {
        return new Apart(
                platformPassing + other.platformPassing,
                platformFailing + other.platformFailing,
                injectedPassing + other.injectedPassing,
                injectedFailing + other.injectedFailing);
    }

    /** All units that AKS runs and that have a verdict. */
    public long platform() {
        return platformPassing + platformFailing;
    }

    /** All units that a webhook injected and that have a verdict. */
    public long injected() {
        return injectedPassing + injectedFailing;
    }
}
