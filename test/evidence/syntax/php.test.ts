import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

const PATH = 'src/Session.php';

const SESSION = `<?php
declare(strict_types=1);

namespace App\\Auth;

use App\\{Base, Clock as Time};

const LIMIT = 3, OTHER = 1;
define('APP_NAME', 'x');

/** A session. */
#[Entity(table: 'x')]
abstract class Session extends Base implements Closeable
{
    use Logs;

    const MAX = 1;
    #[Column]
    private ?User $user = null, $other;
    public string $hooked { get => 'a'; }

    // Starts it.
    public function __construct(private readonly int $limit, protected array $all = [1, 2,]) {}

    #[Pure]
    public static function end(int ...$all): ?string
    {
        $later = function () { return 1; };
        $other = new class { public function run() {} };
        return null;
    }

    abstract protected function extend();
}

interface Closeable
{
    const NOW = 1;
    public function close();
}

trait Logs
{
    public $log;
    private function write() {}
}

enum Kind: string
{
    case Short = 's';
    case Long = 'l';

    public function label(): string { return 'x'; }
}

function &helper(array $values) { return $values; }

if (!function_exists('later')) {
    function later() {}
}
`;

describe('the outline of PHP', () => {
  it('has types, their members, functions and constants, with attributes and without comments', async () => {
    assert.deepEqual(await outlineOf(PATH, SESSION), [
      '8-8 variable LIMIT',
      '8-8 variable OTHER',
      '9-9 variable APP_NAME',
      '12-34 class Session',
      '17-17 property Session.MAX',
      '18-19 property Session.user',
      '18-19 property Session.other',
      '20-20 property Session.hooked',
      '23-23 constructor Session.__construct',
      '25-31 method Session.end',
      '29-29 method Session.end.run',
      '33-33 method Session.extend',
      '36-40 interface Closeable',
      '38-38 property Closeable.NOW',
      '39-39 method Closeable.close',
      '42-46 class Logs',
      '44-44 property Logs.log',
      '45-45 method Logs.write',
      '48-54 enum Kind',
      '50-50 property Kind.Short',
      '51-51 property Kind.Long',
      '53-53 method Kind.label',
      '56-56 function helper',
      '59-59 function later',
    ]);
  });

  it('has the tests of PHPUnit', async () => {
    const found = await outlineOf(
      PATH,
      `<?php
class SessionTest extends TestCase
{
    protected function setUp(): void {}

    public function testRejectsExpired(): void {}

    #[Test]
    public function rejects_all(): void {}

    #[PHPUnit\\Framework\\Attributes\\Test, DataProvider('all')]
    public function rejects_old(): void {}
}
`,
    );
    assert.deepEqual(found, [
      '2-13 class SessionTest',
      '4-4 method SessionTest.setUp',
      '6-6 test SessionTest.testRejectsExpired',
      '8-9 test SessionTest.rejects_all',
      '11-12 test SessionTest.rejects_old',
    ]);
  });

  it('has the tests of Pest by their titles', async () => {
    const found = await outlineOf(
      PATH,
      `<?php
describe('session', function () {
    it('rejects expired', function () {
        expect(1)->toBe(1);
    });

    test("it's \\"fine\\"", fn () => 1)
        ->with([1, 2])
        ->skip();
});

it('is planned');
it("rejects $name", function () {});
$this->it('is no test', function () {});
`,
    );
    assert.deepEqual(found, [
      '2-10 suite session',
      '3-5 test session.rejects expired',
      '7-9 test session.it\'s "fine"',
    ]);
  });
});

describe('the meaning of PHP', () => {
  const method =
    '<?php\nclass A\n{\n    #[B]\n    public function f(int $a, string ...$b): int\n    {\n        return $a + count($b);\n    }\n}\n';
  const code = (text: string): string => `<?php\n${text}\n`;

  cosmetic(PATH, [
    ['white space', method, method.replace(/\s+/g, ' ').replace('$a + c', '$a+c')],
    ['line ends', method, method.replaceAll('\n', '\r\n')],
    ['a comment', method, method.replace('return', '/* why */ return // because\n # so\n')],
    ['a documentation comment', method, method.replace('class', '/** About A. */\nclass')],
    ['commas behind the last element', code('f([1, 2], $a);'), code('f(\n  [1, 2,],\n  $a,\n);')],
    ['a comma behind the last parameter', code('function f($a) {}'), code('function f($a,) {}')],
    [
      'a comma behind the last arm',
      code("$x = match($a) { 1 => 'b' };"),
      code("$x = match($a) { 1 => 'b', };"),
    ],
    ['how arrays are written', code('$x = array(1, array(2));'), code('$x = [1, [2]];')],
    ['how lists are written', code('list($a, , $b) = $c;'), code('[$a, , $b] = $c;')],
    ['the kind of quotes', code("f('a', 'it\\'s', '\\d\\\\');"), code('f("a", "it\'s", "\\d\\\\");')],
    ['how an escape is written', code("f('a\n\\$b');"), code('f("a\\n\\\\\\$b");')],
    ['the letter case of keywords', code('IF ($a) { RETURN TRUE; }'), code('if ($a) { return true; }')],
    ['the letter case of numbers', code('$x = 0XFF + 1E5;'), code('$x = 0xff + 1e5;')],
    ['how else is joined', code('if ($a) {} elseif ($b) {}'), code('if ($a) {} else if ($b) {}')],
    ['parentheses behind a new object', code('$x = new A;'), code('$x = new A();')],
    [
      'parentheses that say how operators bind',
      code('$x = $a && $b || !$c;'),
      code('$x = ($a && $b) || (!$c);'),
    ],
    [
      'the indentation of a heredoc',
      code('f(<<<EOT\n  a $b\n    c\n  EOT);'),
      code('f(<<<EOT\na $b\n  c\nEOT);'),
    ],
    ['the quotes of a heredoc', code('f(<<<EOT\na\nEOT);'), code('f(<<<"EOT"\na\nEOT);')],
  ]);

  different(PATH, [
    ['the body', method, method.replace('$a +', '$a -')],
    ['the type of a parameter', method, method.replace('int $a', 'float $a')],
    ['an attribute', method, method.replace('#[B]', '#[C]')],
    ['an attribute made a comment', method, method.replace('#[B]', '# [B]')],
    ['a modifier', method, method.replace('public', 'private')],
    ['white space in a string', code("f('a b');"), code("f('a  b');")],
    ['an escape that is none in other quotes', code("f('\\n');"), code('f("\\n");')],
    ['a variable that is none in other quotes', code("f('$a');"), code('f("$a");')],
    ['an expression that is none in other quotes', code("f('{$a}');"), code('f("{$a}");')],
    ['white space between two variables', code('f("$a$b");'), code('f("$a $b");')],
    ['an escape by number', code('f("\\x41");'), code("f('\\x41');")],
    ['the text in a heredoc', code('f(<<<EOT\na\n\nb\nEOT);'), code('f(<<<EOT\na\nb\nEOT);')],
    ['the indentation in a heredoc', code('f(<<<EOT\na\n b\nEOT);'), code('f(<<<EOT\na\nb\nEOT);')],
    ['the kind of a heredoc', code("f(<<<'EOT'\n$a\nEOT);"), code('f(<<<EOT\n$a\nEOT);')],
    ['a skipped element', code('[$a, , $b] = $c;'), code('[$a, $b] = $c;')],
    ['a skipped element at the end', code('list($a, , ) = $c;'), code('list($a) = $c;')],
    ['parentheses that group', code('$x = ($a + $b) * $c;'), code('$x = $a + $b * $c;')],
    ['parentheses around what is called', code('($a->b)();'), code('$a->b();')],
    ['parentheses around a clone', code('(clone $a)->b();'), code('clone $a->b();')],
    ['parentheses around an assignment', code('if (($a = f()) && $b) {}'), code('if ($a = f() && $b) {}')],
    ['text outside of the tags', '<p>a</p>\n<?php f();', '<p>b</p>\n<?php f();'],
    ['white space outside of the tags', '<?php f() ?> a <?php g();', '<?php f() ?>a<?php g();'],
    ['white space in front of the first tag', '<?php f();', '\n<?php f();'],
    ['white space behind the last tag', '<?php f() ?>\n', '<?php f() ?>\n\n\n'],
    ['the order of use', code('use A;\nuse B;'), code('use B;\nuse A;')],
  ]);
});

describe('reading PHP', () => {
  linear(PATH, '<?php class A { #[B] function f($a) { return ($a + 1) * 2; } }\n?>\n', [
    'class A { ',
    '<?php ',
    '<?php class A { ',
    '<?php f(<<<A\n',
    '<?= (((',
    '?>',
    '<?php function () { ',
    '<?php it("a", function () { ',
    '<?php "{$a',
  ]);
});
