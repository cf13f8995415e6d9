using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecoveryBot.Coaching;
using RecoveryBot.Jobs;
using RecoveryBot.Outbox;
using RecoveryBot.Pictures;
using RecoveryBot.Storage;

namespace RecoveryBot;

/// <summary>The coach with its store, wake loop and outbox; chat channels come beside it.</summary>
public static class CoachingServiceCollectionExtensions
{
    public static IServiceCollection AddCoaching(this IServiceCollection services)
    {
        services.AddOptions<CoachingOptions>().BindConfiguration("Coaching")
            .Validate(o => o.TimeScale is >= 1 and <= 600, "Coaching:TimeScale must be between 1 and 600.")
            .ValidateOnStart();
        services.AddOptions<StorageOptions>().BindConfiguration("Storage")
            .Validate(o => !string.IsNullOrWhiteSpace(o.ConnectionString), "Storage:ConnectionString must not be empty.")
            .ValidateOnStart();
        services.AddOptions<AccessOptions>().BindConfiguration("Access")
            .Validate(
                o => AccessOptions.TryParse(o.AllowedUsers) is not null,
                "Access:AllowedUsers must be accounts like telegram:123, separated by commas.")
            .ValidateOnStart();
        services.AddOptions<OperatorOptions>().BindConfiguration("Operator")
            .Validate(
                o => OperatorOptions.Fits(o.Name, OperatorOptions.LongestName),
                $"Operator:Name must be one line of at most {OperatorOptions.LongestName} characters.")
            .Validate(
                o => OperatorOptions.Fits(o.Contact, OperatorOptions.LongestContact),
                $"Operator:Contact must be one line of at most {OperatorOptions.LongestContact} characters.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Decide>(Coach.Decide);
        services.AddSingleton(provider => CoachStore.Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<Signals>();
        services.AddSingleton<Access>().AddSingleton<Conversation>();
        services.AddSingleton<WakeLoop>().AddHostedService(provider => provider.GetRequiredService<WakeLoop>());
        services.AddSingleton<DeliveryWorker>().AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
        services.AddSingleton<ReminderSweep>().AddSingleton<Retention>().AddHostedService<JobService>();
        services.AddSingleton(provider => new ChartRenderer(
            RsvgConvert.Find(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ChartRenderer>>()));
        return services;
    }
}
