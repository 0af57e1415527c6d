// Required before the program that is measured: says at its end how much memory it held at most, in kilobytes.
process.on('exit', () => process.stdout.write(`\npeak ${process.resourceUsage().maxRSS}\n`));
