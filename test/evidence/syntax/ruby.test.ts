import assert from 'node:assert/strict';
import { cosmetic, different, linear, outlineOf } from './edits.ts';

describe('the outline of Ruby', () => {
  it('has modules, classes, methods, constants and attributes', async () => {
    const text = `# frozen_string_literal: true
module Store::Disk
  LIMIT = 3
  LOW, HIGH = 1, 2
  class Session < Base::Record
    attr_reader :id, "owner"
    attr_writer :state
    CACHE ||= {}
    def self.open(path) = new(path)
    class << self
      def all; end
    end
    private def valid? = true
    def state=(value)
      LOCAL = 1
      attr_reader :none
    end
    def state; end
    def ==(other) true end
    alias_method :equal, :==
    alias same ==
    define_method(:twice) { |x| x * 2 }
    Entry = Struct.new(:key) do
      def to_s; end
    end
  end
end
def Session.count; end
def helper(a)
end
`;
    assert.deepEqual(await outlineOf('store.rb', text), [
      '2-27 namespace Store.Disk',
      '3-3 variable Store.Disk.LIMIT',
      '4-4 variable Store.Disk.LOW',
      '4-4 variable Store.Disk.HIGH',
      '5-26 class Store.Disk.Session',
      '6-6 property Store.Disk.Session.id',
      '6-6 property Store.Disk.Session.owner',
      '8-8 variable Store.Disk.Session.CACHE',
      '9-9 method Store.Disk.Session.open',
      '11-11 method Store.Disk.Session.all',
      '13-13 method Store.Disk.Session.valid?',
      '14-17 method Store.Disk.Session.state=',
      '18-18 method Store.Disk.Session.state',
      '19-19 method Store.Disk.Session.==',
      '20-20 method Store.Disk.Session.equal',
      '21-21 method Store.Disk.Session.same',
      '22-22 method Store.Disk.Session.twice',
      '23-25 class Store.Disk.Session.Entry',
      '24-24 method Store.Disk.Session.Entry.to_s',
      '28-28 method Session.count',
      '29-30 function helper',
    ]);
  });

  it('has suites and tests by their titles, and tasks', async () => {
    const text = `RSpec.describe Store::Session, "#open" do
  context 'when it\\'s locked' do
    it "raises" do
      expect(1)
    end
    it { is_expected.to be }
    it "is planned"
    it "says #{name}" do
    end
  end
end
class SessionTest < Minitest::Test
  test "opens" do
  end
  def test_closes
    it = 1
  end
end
namespace :db do
  task migrate: [:environment] do
  end
  task :reset do
  end
end
`;
    assert.deepEqual(await outlineOf('a_spec.rb', text), [
      '1-11 suite Store.Session #open',
      "2-10 suite Store.Session #open.when it's locked",
      "3-5 test Store.Session #open.when it's locked.raises",
      '12-18 class SessionTest',
      '13-14 test SessionTest.opens',
      '15-17 method SessionTest.test_closes',
      '19-24 namespace db',
      '20-21 function db.migrate',
      '22-23 function db.reset',
    ]);
  });

  it('is read of files that Ruby knows by name', async () => {
    assert.deepEqual(await outlineOf('lib/Rakefile', 'task :build do\nend\n'), ['1-2 function build']);
  });
});

describe('the tokens of Ruby', () => {
  cosmetic('a.rb', [
    ['indentation', 'def f\n  g\nend\n', 'def f\n      g\nend\n'],
    ['line ends', 'def f\n  g\nend\n', 'def f\r\n  g\r\nend\r\n'],
    ['spaces', 'x = a + b(c, d)\n', 'x  =  a+b( c,d )\n'],
    ['comments', 'def f\n  g\nend\n', '# why\ndef f # because\n  # so\n  g\nend\n'],
    ['a comment block', 'f\n', '=begin\nwhy\n=end\nf\n'],
    ['blank lines', 'f\ng\n', 'f\n\n\ng\n'],
    ['semicolons', 'f; g\n', 'f\ng\n'],
    ['semicolons behind heads', 'def f; g; end\n', 'def f\n  g\nend\n'],
    ['semicolons in a class', 'class A; B = 1; end\n', 'class A\n  B = 1\nend\n'],
    ['empty statements', 'f;;g\n', 'f\ng\n'],
    ['a chain of calls', 'a.b.c\n', 'a\n  .b\n  .c\n'],
    ['a continued line', 'x = 1 + 2\n', 'x = 1 + \\\n  2\n'],
    ['trailing commas', 'f(a, [b, c], d: 1)\n', 'f(\n  a,\n  [b, c,],\n  d: 1,\n)\n'],
    ['words on lines', 'x = %w[a b]\n', 'x = %w[\n  a\n  b\n]\n'],
    ['the indentation of a heredoc', 'x = <<~A\n  a\n    b\nA\n', 'x = <<~A\n      a\n        b\n    A\n'],
  ]);

  different('a.rb', [
    ['an operator', 'x = a + b\n', 'x = a - b\n'],
    ['white space in a string', 'x = "a b"\n', 'x = "a  b"\n'],
    ['white space at the ends of a string', 'x = "#{a}"\n', 'x = " #{a} "\n'],
    ['a value in a string', 'x = "#{a}"\n', 'x = "#{b}"\n'],
    ['a string that evaluates nothing', 'x = "\\n"\n', "x = '\\n'\n"],
    ['white space in a symbol', 'x = :"a b"\n', 'x = :"a  b"\n'],
    ['white space in a pattern', 'x = /a b/\n', 'x = /a  b/\n'],
    ['words joined', 'x = %w[a b]\n', 'x = %w[ab]\n'],
    ['an index made an argument', 'puts[1]\n', 'puts [1]\n'],
    ['a subtraction made an argument', 'x - 1\n', 'x -1\n'],
    ['a splat made a product', 'f *a\n', 'f * a\n'],
    ['a call in parentheses', 'f(1).g\n', 'f (1).g\n'],
    ['a sign that touches its number', '-2.abs\n', '- 2.abs\n'],
    ['two statements made one', 'a\n-b\n', 'a - b\n'],
    ['a value no longer returned', 'def f\n  return x\nend\n', 'def f\n  return\n  x\nend\n'],
    ['a statement made a parameter', 'def f; x; end\n', 'def f x; end\n'],
    ['a statement made a condition', 'if a\n  b\n  c\nend\n', 'if a; b\nelse c\nend\n'],
    ['a local of a block', 'f { |a; b| c }\n', 'f { |a, b| c }\n'],
    ['a comma behind a block parameter', 'f { |a,| b }\n', 'f { |a| b }\n'],
    ['a value taken apart', '(a, b), c = x\n', '(a, (b,)), c = x\n'],
    ['a comma in a pattern', 'case x\nin [a,] then b\nend\n', 'case x\nin [a] then b\nend\n'],
    ['a comma behind a variable', 'a, = x\n', 'a = x\n'],
    ['the text of a heredoc', 'x = <<~A\n  a\n    b\nA\n', 'x = <<~A\n  a\n  b\nA\n'],
    ['the indentation of a plain heredoc', 'x = <<-A\n  a\nA\n', 'x = <<-A\n   a\nA\n'],
    ['a heredoc that keeps its indentation', 'x = <<~A\n  a\nA\n', 'x = <<-A\n  a\nA\n'],
    ['the second heredoc of a line', 'f(<<~A, <<-B)\n  a\nA\n  b\nB\n', 'f(<<~A, <<-B)\n  a\nA\n b\nB\n'],
    [
      'a magic comment',
      '# frozen_string_literal: true\nx = ""\n',
      '# frozen_string_literal: false\nx = ""\n',
    ],
    ['data at the end', 'x\n__END__\na\n', 'x\n__END__\nb\n'],
    ['a safe call', 'a.b\n', 'a&.b\n'],
  ]);

  linear('a.rb', 'def f(a)\n  # why\n  g [a, 1] do |x|\n    "#{x} b"\n  end\nend\n', [
    '((',
    'def f;',
    'a [',
    '"',
    '"#{',
    '<<~A\n',
    '%w[',

    'it "a" do;',
    'f -',
    'class A;',
  ]);
});
