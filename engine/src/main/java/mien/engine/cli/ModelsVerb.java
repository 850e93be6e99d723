package mien.engine.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is installed and what could be; each action is a verb of its own. */
@Command(
        name = "models",
        synopsisSubcommandLabel = "ACTION",
        description = "List, import, combine, verify, remove and show models.")
final class ModelsVerb extends Verb {

    private ModelsVerb(Context context) {
        super(context);
    }

    static CommandLine with(Context context) {
        return new CommandLine(new ModelsVerb(context))
                .addSubcommand(new ModelsListVerb(context))
                .addSubcommand(new ModelsImportVerb(context))
                .addSubcommand(new ModelsCombineVerb(context))
                .addSubcommand(new ModelsVerifyVerb(context))
                .addSubcommand(new ModelsRemoveVerb(context))
                .addSubcommand(new ModelsShowVerb(context));
    }

    @Override
    void work() {
        throw new Refusal(
                "Say what to do: 'studio models list', import FILE, combine ID…, verify [ID],"
                        + " remove ID or show ID|FILE.");
    }
}
