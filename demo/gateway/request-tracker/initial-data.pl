# What rt-setup-database inserts: the account of the gateway, an agent, two customers, and tokens for the former.
use strict;
use warnings;

our (@Users, @ACL, @CustomFields, @Final);

@Users = (
    {Name => 'portal', RealName => 'Customer portal', Privileged => 1},
    {Name => 'anna', RealName => 'Anna Berg', EmailAddress => 'anna@isp.example', Privileged => 1},
    {Name => 'lena', RealName => 'Lena Novak', EmailAddress => 'lena@customer.example'},
    {Name => 'omar', RealName => "Omar O'Neil", EmailAddress => "omar.o'neil\@customer.example"},
);

@CustomFields = ({
    Name => 'Category',
    Type => 'SelectSingle',
    Queue => ['General'],
    Values => [map {{Name => $_}} qw(general billing connectivity)],
});

# Without ShowTicketComments, RT itself keeps comments from the account.
my @portal = qw(SeeQueue CreateTicket ShowTicket ReplyToTicket SeeCustomField ModifyCustomField);
my @agent = (@portal, qw(ShowTicketComments CommentOnTicket ModifyTicket OwnTicket));
@ACL = (
    (map {{UserId => 'portal', Queue => 'General', Right => $_}} @portal),
    (map {{UserId => 'anna', Queue => 'General', Right => $_}} @agent),
);

push @Final, sub {
    for my $name (qw(portal anna)) {
        my $user = RT::User->new(RT->SystemUser);
        $user->Load($name);
        my $token = RT::AuthToken->new(RT->SystemUser);
        my ($ok, $message, $text) = $token->Create(Owner => $user->Id, Description => 'Demo');
        die $message unless $ok;
        open(my $file, '>', "$ENV{RT_FOLDER}/$name.token") or die $!;
        print {$file} $text;
        close $file;
    }
};
