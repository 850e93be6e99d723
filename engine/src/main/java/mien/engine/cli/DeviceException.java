package mien.engine.cli;

/** The machine cannot do it: no such device, or not enough memory. */
final class DeviceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeviceException(String message) {
        super(message);
    }
}
